import { setTimeout as wait } from 'node:timers/promises';
import { isWorkedOn, type Import } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import { getImport } from './get-import.ts';

const EVERY_MS = 1_000;
/** who wants to know more asks again */
const MOST = 600;

/** The import every second, until nobody works on it. Throws NOT_FOUND, RATE_LIMITED for one who watches too many. */
export async function* watchImport(
  { stores, takeTurn }: Pick<Deps, 'stores' | 'takeTurn'>,
  order: { ownerId: string; id: string },
): AsyncIterable<Import> {
  const done = takeTurn.toWatch(order.ownerId);
  try {
    for (let times = 0; times < MOST; times += 1) {
      if (times > 0) await wait(EVERY_MS);
      const one = await getImport({ stores }, order);
      yield one;
      if (!isWorkedOn(one)) return;
    }
  } finally {
    done();
  }
}
