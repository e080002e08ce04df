import type { Transfer } from '../../domain/posting/posting.ts';
import { matches, type TransferFilter } from '../../domain/posting/transfer-filter.ts';
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

/** Rows of a read and reads of a page, for a few owners and for many (each row of a read is taken from every owner). */
const FEW = { maximum: 20, chunk: 200, reads: 50 };
const MANY = { chunk: 30, reads: 8 };

/**
 * Transfers of some owners (or all), each once, newest first, a page at a time. A narrow filter over a long history
 * returns a short page with a cursor to go on.
 */
export async function listTransfers(
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
