import { invalidField } from '@florin/errors';
import type { AccountDetails, AccountStore, EntryDetails, EntryStore } from '../ports.ts';
import { createGetAccount } from './accounts.ts';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';

export interface Statement {
  account: AccountDetails;
  from: Date;
  to: Date;
  opening: bigint;
  closing: bigint;
  /** oldest first */
  lines: EntryDetails[];
}

const MOST_LINES = 10_000;
const CHUNK = 1_000;

/** An account's entries, newest first. NOT_FOUND for another's account. */
export function createListEntries(accounts: AccountStore, entries: EntryStore) {
  const getAccount = createGetAccount(accounts);
  return async (ownerId: string, id: string, page: { before: string | undefined; limit: number }) => {
    const account = await getAccount(ownerId, id);
    return { account, entries: await entries.ofAccount(account.id, page) };
  };
}

/** The balance as it was at an instant, entries of that very millisecond included. NOT_FOUND for another's account. */
export function createBalanceAt(accounts: AccountStore, entries: EntryStore) {
  const getAccount = createGetAccount(accounts);
  return async (ownerId: string, id: string, at: Date) => {
    const account = await getAccount(ownerId, id);
    return { account, posted: await entries.balanceAt(account.id, at) };
  };
}

/**
 * All entries posted from `from` (included) to `to` (not included) with the balances around them. Throws NOT_FOUND for
 * another's account, INVALID_ARGUMENT when there are more than 10,000.
 */
export function createStatement(accounts: AccountStore, entries: EntryStore) {
  const getAccount = createGetAccount(accounts);
  return async (ownerId: string, id: string, { from, to }: { from: Date; to: Date }): Promise<Statement> => {
    if (from >= to) throw invalidField('to', 'must be after from');
    const account = await getAccount(ownerId, id);
    const oldest = lowestIdAt(from);
    const lines: EntryDetails[] = [];
    let before = lowestIdAt(to);
    for (;;) {
      const chunk = await entries.ofAccount(id, { before, limit: CHUNK });
      const inside = chunk.filter((entry) => entry.transferId >= oldest);
      lines.push(...inside);
      if (lines.length > MOST_LINES)
        throw invalidField('from', `more than ${MOST_LINES} entries: choose a shorter time`);
      const last = chunk.at(-1);
      if (!last || inside.length < chunk.length || chunk.length < CHUNK) break;
      before = last.transferId;
    }
    lines.reverse();
    const opening = await entries.balanceAt(id, new Date(from.getTime() - 1));
    return { account, from, to, opening, closing: lines.at(-1)?.balanceAfter ?? opening, lines };
  };
}
