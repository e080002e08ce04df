import { z } from 'zod';
import { invalidField } from '@florin/errors';
import { MAX_JSON_AMOUNT, exponentOf } from '@florin/money';
import { readUuid, readText, toMessage, validate } from '@florin/service-kit';
import type { Account as AccountMessage } from '@florin/proto/gen/ledger/florin/ledger/v1/Account.ts';
import type { Memo__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/Memo.ts';
import type { Party__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/Party.ts';
import type { Transfer as TransferMessage } from '@florin/proto/gen/ledger/florin/ledger/v1/Transfer.ts';
import type { TransferRequest__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/TransferRequest.ts';
import type { TransferResult } from '@florin/proto/gen/ledger/florin/ledger/v1/TransferResult.ts';
import type { AccountDetails } from '../../app/accounts/ports.ts';
import type { Party, ServiceTransfer } from '../../app/service-transfers/find-parties.ts';
import type { Memo, OwnMemo } from '../../domain/memo.ts';
import { available } from '../../domain/posting/account.ts';
import { NEIGHBOUR_REFUSED } from '../../domain/posting/decide-batch.ts';
import type { Outcome, Transfer } from '../../domain/posting/posting.ts';
import { memoFields, takeMemo } from '../http/schemas/memo.ts';

const KINDS = ['deposit', 'withdrawal', 'peer', 'wallet', 'points', 'adjustment'] as const;
const SYSTEMS = ['external', 'funding', 'points', 'adjustment'] as const;
const VISIBILITIES = ['private', 'friends', 'public'] as const;

export function accountMessage(account: AccountDetails): AccountMessage {
  const { limits: _limits, spending: _spending, ...shown } = account;
  return toMessage({ ...shown, available: available(account) });
}

export function transferMessage(transfer: Transfer, memos?: ReadonlyMap<string, Memo>): TransferMessage {
  const memo = memos?.get(transfer.id);
  return { ...toMessage(transfer), memo: memo ? { ...memo, reference: memo.reference ?? '' } : null };
}

export function resultMessage(outcome: Outcome): TransferResult {
  if (outcome.status === 'refused') {
    const { code, message } = outcome.error;
    const forAnother = outcome === NEIGHBOUR_REFUSED;
    return { result: 'error', error: { code, message, forAnother }, replayed: false };
  }
  const { id, postedAt } = outcome.transfer;
  return { result: 'transfer', transfer: { id, postedAt }, replayed: outcome.status === 'replayed' };
}

export function serviceTransfer(request: TransferRequest__Output): ServiceTransfer {
  return {
    key: length(request.idempotencyKey, 'idempotency_key', 1, 200),
    callerUserId: request.callerUserId === '' ? null : id(request.callerUserId, 'caller_user_id'),
    kind: oneOf(request.kind, KINDS, 'kind'),
    from: party(request.from, 'from'),
    to: party(request.to, 'to'),
    amount: amount(request.amount, 'amount', 1n),
    currency: currency(request.currency),
    note: readText(request.note, 'note', { min: 0, max: 500 }),
    visibility: oneOf(request.visibility === '' ? 'private' : request.visibility, VISIBILITIES, 'visibility'),
    reference: request.reference === '' ? null : length(request.reference, 'reference', 1, 200),
    ...floorOf(request),
    ...ownMemoOf(request),
  };
}

function ownMemoOf({ memo, callerUserId }: TransferRequest__Output): { memo?: OwnMemo } {
  const read = memo ? readMemo(memo) : undefined;
  if (!read) return {};
  if (callerUserId === '') throw invalidField('memo', 'needs a caller_user_id');
  return { memo: { ...read, ownerId: callerUserId.toLowerCase() } };
}

export function readMemo({ reference, metadata, shared }: Memo__Output): Memo | undefined {
  const given = { ...(reference === '' ? {} : { reference }), metadata, shareMetadata: shared };
  return takeMemo(validate(z.strictObject(memoFields), given, 'body')).memo;
}

/** What the paying account must keep, if that is said; it may lie below zero. */
export function floorOf({ floor }: { floor?: string }): { floor?: bigint } {
  if (floor === undefined) return {};
  const isBelow = floor.startsWith('-');
  const size = amount(isBelow ? floor.slice(1) : floor, 'floor', 0n);
  return { floor: isBelow ? -size : size };
}

function party(message: Party__Output | null, path: string): Party {
  if (message?.party === 'accountId') return { accountId: id(message.accountId ?? '', `${path}.account_id`) };
  if (message?.party === 'userId') return { userId: id(message.userId ?? '', `${path}.user_id`) };
  if (message?.party === 'system') return { system: oneOf(message.system ?? '', SYSTEMS, `${path}.system`) };
  throw invalidField(path, 'is needed');
}

export function id(value: string, path: string): string {
  return readUuid(value, path);
}

export function readIds(values: readonly string[], path: string, maximum: number): string[] {
  if (values.length > maximum) throw invalidField(path, `must have at most ${maximum} items`);
  return values.map((value, index) => id(value, `${path}.${index}`));
}

/** A decimal string of minor units between `minimum` and 2^53 - 1. */
export function amount(value: string, path: string, minimum: bigint): bigint {
  if (!/^\d{1,16}$/.test(value)) throw invalidField(path, 'must be minor units as a decimal string');
  const minor = BigInt(value);
  if (minor >= minimum && minor <= MAX_JSON_AMOUNT) return minor;
  throw invalidField(path, `must be from ${minimum} to ${MAX_JSON_AMOUNT}`);
}

export function currency(value: string): string {
  exponentOf(value);
  return value;
}

export function length(value: string, path: string, min: number, max: number): string {
  if (value.length < min || value.length > max) throw invalidField(path, `must have ${min} to ${max} characters`);
  if (value.includes('\0') || !value.isWellFormed()) throw invalidField(path, 'must be text without NUL');
  return value;
}

export function oneOf<T extends string>(value: string, allowed: readonly T[], path: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw invalidField(path, `must be one of ${allowed.join(', ')}`);
}

/** Items of a page: 50 unless said, 200 at most. */
export function pageSize(limit: number): number {
  const size = limit === 0 ? 50 : limit;
  if (size < 1 || size > 200) throw invalidField('limit', 'must be from 1 to 200');
  return size;
}
