import type { Deps } from '../index.ts';
import { eachAlone } from '../jobs/each-alone.ts';
import { settleFunding } from './settle-funding.ts';

/** How long a provider has to call back before it is asked. */
const WAIT_MS = 30_000;

/** Asks the provider about fundings whose callback has not come, at most `limit`; returns how many it looked at. */
export async function pollFundings(deps: Deps, limit: number): Promise<number> {
  const { provider, fundings } = deps;
  if (!provider) return 0;
  const now = deps.clock();
  const pending = await fundings.takePending(new Date(now.getTime() - WAIT_MS), now, limit);
  await eachAlone(pending, async (funding) => {
    await settleFunding(deps, { id: funding.id, result: await provider.start(funding) });
  });
  return pending.length;
}
