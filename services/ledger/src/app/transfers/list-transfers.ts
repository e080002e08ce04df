import type { Transfer } from '../../domain/posting/posting.ts';
import { isParty, matches, type TransferFilter } from '../../domain/posting/transfer-filter.ts';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { Deps } from '../index.ts';
import type { Page } from '../ports.ts';

export interface TransferQuery extends Page {
  /** whose transfers; `everyone` for an admin's view */
  owners: readonly string[] | 'everyone';
  filter: TransferFilter;
  /** only those on which the one owner noted it */
  reference?: string | undefined;
  /** posted at or after, before */
  from?: Date | undefined;
  to?: Date | undefined;
}

export interface TransferList {
  transfers: Transfer[];
  /** where the next page starts; null when there is none */
  next: string | null;
}

/** people in one question to users */
const MAX_REACHED = 200;
/** Rows of a read and reads of a page, for a few owners and for many (each row of a read is taken from every owner). */
const FEW = { maximum: 20, chunk: 200, reads: 50 };
const MANY = { chunk: 30, reads: 8 };

/**
 * Transfers of some owners (or all), each once, newest first, a page at a time; to a viewer none with somebody between whom and
 * them there is a block, their own apart. A narrow filter over a long history returns a short page with a cursor to go on,
 * and throws RATE_LIMITED to a person who asks for it too often.
 */
export async function listTransfers(deps: Deps, query: TransferQuery): Promise<TransferList> {
  const { owners, filter } = query;
  const { viewerId } = filter;
  const read = () => readPage(deps, query);
  const person = owners !== 'everyone' && owners.length === 1 ? owners[0] : undefined;
  const found = await (person !== undefined && isNarrow(filter) ? deps.shareSearches(person, read) : read());
  if (viewerId === undefined) return found;
  return { ...found, transfers: await withoutBlocked(deps, viewerId, found.transfers) };
}

/** Whether many rows may be read for few. */
function isNarrow({
  currency,
  direction,
  counterpartyId,
  text,
  minAmount,
  maxAmount,
  status,
}: TransferFilter): boolean {
  const parts = [currency, direction, counterpartyId, text, minAmount, maxAmount, status];
  return parts.some((part) => part !== undefined);
}

async function withoutBlocked(
  { friends }: Pick<Deps, 'friends'>,
  viewerId: string,
  transfers: readonly Transfer[],
): Promise<Transfer[]> {
  const others = transfers.filter((transfer) => !isParty(transfer, viewerId));
  const parties = new Set(others.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]));
  const ids = [...parties].filter((id) => id !== null);
  const blocked = new Set<string | null>();
  for (let at = 0; at < ids.length; at += MAX_REACHED) {
    const asked = ids.slice(at, at + MAX_REACHED);
    const reach = await friends.reach(viewerId, asked, 'payment');
    asked.filter((_id, index) => reach[index] !== 'open').forEach((id) => blocked.add(id));
  }
  return transfers.filter(
    (transfer) => isParty(transfer, viewerId) || !(blocked.has(transfer.fromUserId) || blocked.has(transfer.toUserId)),
  );
}

async function readPage(
  { transfers: reader }: Pick<Deps, 'transfers'>,
  { owners, filter, reference, from, to, before, limit }: TransferQuery,
): Promise<TransferList> {
  const read = (page: Page) => {
    if (owners === 'everyone') return reader.all(page);
    const [owner] = owners;
    if (reference === undefined || owner === undefined) return reader.ofOwners(owners, page);
    return reader.withReference(owner, reference, page);
  };
  const oldest = from && lowestIdAt(from);
  const transfers: Transfer[] = [];
  let at = earlier(before, to && lowestIdAt(to));
  const { chunk, reads } = owners === 'everyone' || owners.length <= FEW.maximum ? FEW : MANY;
  const size = Math.max(chunk, limit + 1);
  for (let reading = 0; reading < reads; reading += 1) {
    const rows = await read({ before: at, limit: size });
    const returns = filter.status === undefined ? null : await reader.returnsOf(rows.map(({ id }) => id));
    for (const row of rows) {
      if (oldest !== undefined && row.id < oldest) return { transfers, next: null };
      // one match more than the page holds proves that there is a next one
      if (matches(row, filter, returns?.get(row.id)) && transfers.push(row) > limit) {
        transfers.pop();
        return { transfers, next: at ?? null };
      }
      at = row.id;
    }
    if (rows.length < size) return { transfers, next: null };
  }
  return { transfers, next: at ?? null };
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
