import { FlorinError, invalidField, notFound } from '@florin/errors';
import type { AuthServiceDefinition } from '@florin/proto';
import { decodeCursor, toPage, type GrpcMethods } from '@florin/service-kit';
import { z } from 'zod';
import { normalEmail, normalMobile } from '../../app/accounts/identifiers.ts';
import type { Identifier } from '../../app/accounts/ports.ts';
import type { UseCases } from '../../app/index.ts';
import { idOrNone, orUndefined, readDevice, readId, readInstant, readVia, toUser, toUsers } from './mapping.ts';

const MAX_IDS = 1_000;
const MAX_REVOCATIONS = 5_000;
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Questions other services ask about people and ended sessions, and the end of an account. */
export function userMethods(useCases: UseCases) {
  return {
    resolveUser: async (request) => {
      const identifier = toIdentifier(request);
      const user = identifier && (await useCases.findUser(identifier));
      if (!user || user.status === 'terminated') throw notFound('User');
      return { user: await toUser(useCases, user) };
    },
    getUsers: async ({ ids }) => {
      if (ids.length > MAX_IDS) throw invalidField('ids', `must be at most ${MAX_IDS}`);
      const users = await useCases.listUsers([...new Set(ids.flatMap((id) => idOrNone(id) ?? []))]);
      return { users: await toUsers(useCases, users) };
    },
    closeAccount: async (request) => {
      await useCases.terminateAccount({
        via: readVia(request.via),
        userId: readId('user_id', request.userId),
        sessionId: readId('session_id', request.sessionId),
        ip: readDevice(request.device).ip,
      });
      return {};
    },
    listRevocations: async ({ since, cursor }) => {
      const after = decodeCursor(cursor === '' ? undefined : cursor, cursorSchema);
      const rows = await useCases.listRevocations({
        since: readInstant('since', since),
        after: after && [new Date(after[0]), after[1]],
        limit: MAX_REVOCATIONS + 1,
      });
      const page = toPage(rows, MAX_REVOCATIONS, (row) => [row.revokedAt.toISOString(), row.sessionId]);
      return {
        nextCursor: page.nextCursor ?? '',
        revocations: page.data.map(({ userId, sessionId, revokedAt, neededUntil }) => ({
          userId,
          sessionId,
          exceptSessionId: '',
          revokedAt: revokedAt.toISOString(),
          neededUntil: neededUntil.toISOString(),
        })),
      };
    },
  } satisfies Partial<GrpcMethods<AuthServiceDefinition>>;
}

interface Asked {
  identifier?: 'userId' | 'email' | 'username' | 'mobile' | undefined;
  userId?: string;
  email?: string;
  username?: string;
  mobile?: string;
  country?: string;
}

function byId(sent: string): Identifier | undefined {
  const value = idOrNone(sent);
  return value === undefined ? undefined : { kind: 'id', value };
}

function toIdentifier(asked: Asked): Identifier | undefined {
  switch (asked.identifier) {
    case 'userId':
      return byId(asked.userId ?? '');
    case 'email': {
      const value = normalEmail(asked.email ?? '');
      return value === undefined ? undefined : { kind: 'email', value };
    }
    case 'username':
      return { kind: 'username', value: (asked.username ?? '').trim().toLowerCase() };
    case 'mobile': {
      const value = normalMobile(asked.mobile ?? '', orUndefined(asked.country ?? ''));
      return value === undefined ? undefined : { kind: 'mobile', value };
    }
    default:
      throw new FlorinError('INVALID_ARGUMENT', 'one identifier is needed');
  }
}
