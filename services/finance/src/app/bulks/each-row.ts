import { isFlorinError } from '@florin/errors';
import type { BulkOutcome } from '../../domain/bulk.ts';

const PASSING = new Set<string>(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL', 'RATE_LIMITED']);
const AT_ONCE = 4;

/**
 * Does something with each row by itself, four at a time. Returns for each why it was refused, or null. Throws UNAVAILABLE
 * without the ledger: those before are done, and the same request goes on with the rest.
 */
export async function eachRow(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  const one = async (id: string): Promise<BulkOutcome> => {
    try {
      await work(id);
      return { id, code: null };
    } catch (error) {
      if (!isFlorinError(error) || PASSING.has(error.code)) throw error;
      return { id, code: error.code };
    }
  };
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const settled = await Promise.allSettled(ids.slice(from, from + AT_ONCE).map(one));
    for (const each of settled) {
      if (each.status === 'rejected') throw each.reason;
      outcomes.push(each.value);
    }
  }
  return outcomes;
}
