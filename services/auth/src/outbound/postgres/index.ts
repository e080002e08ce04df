import type { Knex } from 'knex';
import type { Deps } from '../../app/index.ts';
import type { Db } from '../../app/ports.ts';
import { knexOf } from '../transaction.ts';
import * as actionLinks from './accounts/action-link-store.ts';
import * as auditLog from './accounts/audit-store.ts';
import * as users from './accounts/user-store.ts';
import { takenBy } from './accounts/user-store.ts';
import * as usernames from './accounts/username-store.ts';
import * as counters from './limits/counter-store.ts';
import * as guesses from './limits/guess-store.ts';
import * as challenges from './proofs/challenge-store.ts';
import * as codes from './proofs/code-store.ts';
import * as factors from './proofs/factor-store.ts';
import * as passkeys from './proofs/passkey-store.ts';
import * as trustedDevices from './proofs/trusted-device-store.ts';
import * as knownDevices from './sessions/known-device-store.ts';
import * as revocations from './sessions/revocation-store.ts';
import * as sessions from './sessions/session-store.ts';

type Names =
  | 'actionLinks'
  | 'auditLog'
  | 'challenges'
  | 'codes'
  | 'counters'
  | 'factors'
  | 'guesses'
  | 'knownDevices'
  | 'passkeys'
  | 'revocations'
  | 'sessions'
  | 'trustedDevices'
  | 'usernames'
  | 'users';

/** Every store of this service; each function is handed the connection or transaction to run on. */
export function createStores(): Pick<Deps, Names> {
  return {
    actionLinks: onHandles(actionLinks),
    auditLog: onHandles(auditLog),
    challenges: onHandles(challenges),
    codes: onHandles(codes),
    counters: onHandles(counters),
    factors: onHandles(factors),
    guesses: onHandles(guesses),
    knownDevices: onHandles(knownDevices),
    passkeys: onHandles(passkeys),
    revocations: onHandles(revocations),
    sessions: onHandles(sessions),
    trustedDevices: onHandles(trustedDevices),
    usernames: onHandles(usernames),
    users: { ...onHandles(users), takenBy },
  };
}

type OnHandles<Store> = {
  [Name in keyof Store]: Store[Name] extends (db: Knex, ...input: infer Input) => infer Result
    ? (db: Db, ...input: Input) => Result
    : never;
};

/** The functions of a store as use cases call them: with a `Db` or `Tx` where the store takes a connection of Knex. */
function onHandles<Store extends object>(store: Store): OnHandles<Store> {
  const functions = Object.entries(store as Record<string, (db: Knex, ...input: unknown[]) => unknown>);
  const bound = functions.map(([name, run]) => [name, (db: Db, ...input: unknown[]) => run(knexOf(db), ...input)]);
  return Object.fromEntries(bound) as OnHandles<Store>;
}
