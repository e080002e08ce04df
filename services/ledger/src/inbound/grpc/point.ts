import { z } from 'zod';
import { invalidField } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import { decodeCursor, readText, toPage, type GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { pointsEntryType } from '../../domain/points.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import { amount, id, length, pageSize, transferMessage } from './mapping.ts';

const cursorKey = z.tuple([z.uuid()]);

export function pointMethods(useCases: UseCases) {
  return {
    grantPoints: async (request, { caller }) => {
      const grant = { ...readChange(request), lapsesAt: instant(request.lapsesAt) };
      const asked = ['grant', grant.ownerId, grant.points, grant.reason, grant.lapsesAt];
      const key = keyOf(caller, request.idempotencyKey, asked);
      const { body, replayed } = await useCases.grantPoints({ ...grant, key });
      return { transfer: transferMessage(body.transfer), balance: String(body.balance), replayed };
    },
    spendPoints: async (request, { caller }) => {
      const spend = readChange(request);
      const asked = ['spend', spend.ownerId, spend.points, spend.reason];
      const key = keyOf(caller, request.idempotencyKey, asked);
      const { body, replayed } = await useCases.spendPoints({ ...spend, reference: null, key });
      return { transfer: transferMessage(body.transfer), balance: String(body.balance), replayed };
    },
    getPoints: async ({ ownerId }) => {
      const { balance, next } = await useCases.getPoints(id(ownerId, 'owner_id'));
      return {
        balance: String(balance),
        nextLapsePoints: String(next?.points ?? 0),
        nextLapseAt: next?.at.toISOString() ?? '',
      };
    },
    listPointsHistory: async ({ ownerId, limit, cursor }) => {
      const size = pageSize(limit);
      const before = decodeCursor(cursor === '' ? undefined : cursor, cursorKey)?.[0];
      const found = await useCases.listPointsHistory({ ownerId: id(ownerId, 'owner_id'), before, limit: size + 1 });
      const page = toPage(found, size, (entry) => [entry.transferId]);
      return {
        entries: page.data.map((entry) => ({
          transferId: entry.transferId,
          type: pointsEntryType(entry),
          points: String(entry.amount),
          balanceAfter: String(entry.balanceAfter),
          reason: entry.note,
          occurredAt: entry.postedAt.toISOString(),
        })),
        nextCursor: page.nextCursor ?? '',
      };
    },
  } satisfies Partial<GrpcMethods<LedgerServiceDefinition>>;
}

function readChange(request: { ownerId: string; points: string; reason: string }) {
  return {
    ownerId: id(request.ownerId, 'owner_id'),
    points: amount(request.points, 'points', 1n),
    reason: readText(request.reason, 'reason', { min: 0, max: 200 }),
  };
}

function keyOf(caller: string, key: string, asked: readonly unknown[]) {
  return idempotencyKey(`service ${caller}`, length(key, 'idempotency_key', 1, 200), asked);
}

function instant(value: string): Date | null {
  if (value === '') return null;
  if (!z.iso.datetime({ offset: true }).safeParse(value).success) throw invalidField('lapses_at', 'must be ISO 8601');
  return new Date(value);
}
