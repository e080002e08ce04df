import { notFound } from '@florin/errors';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { TransferFilter } from '../../domain/posting/transfer-filter.ts';
import { isParty, matches } from '../../domain/posting/transfer-filter.ts';
import { lowestIdAt } from '../../domain/posting/transfer-id.ts';
import type { TransferPage, TransferStore } from '../ports.ts';

export interface TransferQuery {
  /** whose transfers; `everyone` for an admin's view */
  owners: readonly string[] | 'everyone';
  filter: TransferFilter;
  /** posted at or after, before */
  from?: Date | undefined;
  to?: Date | undefined;
  /** only transfers older than this one */
  before: string | undefined;
  limit: number;
}

export interface TransferList {
  transfers: Transfer[];
  /** where the next page starts; null when there is none */
  next: string | null;
}

/** Rows read at a time and reads a page, for a few owners and for many (each row of a read is taken from every owner). */
const FEW = { most: 20, chunk: 200, reads: 50 };
const MANY = { chunk: 30, reads: 8 };

/**
 * Transfers of some owners (or all), each once, newest first, a page at a time. A narrow filter over a long history
 * answers a short page with a cursor to go on.
 */
export function createListTransfers(store: TransferStore) {
  return async ({ owners, filter, from, to, before, limit }: TransferQuery): Promise<TransferList> => {
    const read = (page: TransferPage) => (owners === 'everyone' ? store.all(page) : store.ofOwners(owners, page));
    const oldest = from && lowestIdAt(from);
    const transfers: Transfer[] = [];
    let at = earlier(before, to && lowestIdAt(to));
    const { chunk, reads } = owners === 'everyone' || owners.length <= FEW.most ? FEW : MANY;
    const size = Math.max(chunk, limit + 1);
    for (let reading = 0; reading < reads; reading += 1) {
      const rows = await read({ before: at, limit: size });
      for (const row of rows) {
        if (oldest !== undefined && row.id < oldest) return { transfers, next: null };
        // a match beyond the page proves that there is a next one
        if (matches(row, filter) && transfers.push(row) > limit) {
          transfers.pop();
          return { transfers, next: at ?? null };
        }
        at = row.id;
      }
      if (rows.length < size) return { transfers, next: null };
    }
    return { transfers, next: at ?? null };
  };
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** A transfer the user is a party of. NOT_FOUND for any other. */
export function createGetTransfer(store: TransferStore) {
  return async (callerId: string, id: string): Promise<Transfer> => {
    const found = await store.byId(id);
    if (!found || !isParty(found, callerId)) throw notFound('transfer');
    return found;
  };
}
