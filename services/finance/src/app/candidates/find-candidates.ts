import { addDays, dayOf } from '@florin/calendar';
import { candidateOf, type Candidate } from '../../domain/recurring/candidate.ts';
import { MAX_RECURRING } from '../../domain/limits.ts';
import type { Deps } from '../index.ts';

const LOOK_BACK_DAYS = 3 * 366;
const MAX_CANDIDATES = 50;

/**
 * What of the last three years, of the last 20,000 rows, seems to come again and again and is not planned yet, most often
 * first, at most 50. Throws UNAVAILABLE when the person's calendar is not known.
 */
export async function findCandidates(
  { stores, preferences, clock }: Pick<Deps, 'stores' | 'preferences' | 'clock'>,
  ownerId: string,
): Promise<Candidate[]> {
  const today = dayOf(clock(), (await preferences.of(ownerId)).timeZone);
  const groups = await stores.recurring.history(ownerId, addDays(today, -LOOK_BACK_DAYS));
  const planned = await stores.recurring.list(ownerId, {}, { limit: MAX_RECURRING });
  const nameOf = (one: { walletId: string; description: string }) => `${one.walletId} ${one.description.toLowerCase()}`;
  const known = new Set(planned.map(nameOf));
  const found = groups.flatMap((group) => (known.has(nameOf(group)) ? [] : (candidateOf(group, today) ?? [])));
  return found.slice(0, MAX_CANDIDATES);
}
