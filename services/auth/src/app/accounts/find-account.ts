import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import type { Db, Tx } from '../ports.ts';
import type { Identifier } from './ports.ts';

/** The account behind an identifier, a terminated one included. */
export async function findAccount(deps: Deps, identifiers: readonly Identifier[]): Promise<User | undefined> {
  for (const identifier of identifiers) {
    const user = await deps.users.find(deps.db, identifier);
    if (user) return user;
  }
  return findRetired(deps, deps.db, identifiers);
}

/** As `findAccount`, with the row locked; of a terminated account nothing changes any more, so its row is not. */
export async function lockAccount(deps: Deps, tx: Tx, identifiers: readonly Identifier[]): Promise<User | undefined> {
  for (const identifier of identifiers) {
    const user = await deps.users.lockBy(tx, identifier);
    if (user) return user;
  }
  return findRetired(deps, tx, identifiers);
}

async function findRetired(deps: Deps, db: Db, identifiers: readonly Identifier[]): Promise<User | undefined> {
  for (const identifier of identifiers) {
    const user = await deps.users.findRetired(db, retiredHash(deps, identifier));
    if (user) return user;
  }
  return undefined;
}

export function retiredHash(deps: Deps, { kind, value }: Identifier): Buffer {
  return deps.secrets.hash('retired', kind, value);
}
