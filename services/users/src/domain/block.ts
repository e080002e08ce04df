import type { RequestsFrom } from './profile.ts';

/** Who has blocked whom, of two people. */
export interface Blocks {
  /** the one who wants to reach the other has blocked them */
  byMe: boolean;
  byThem: boolean;
}

export type Purpose = 'payment' | 'payment-request' | 'friend-request';

/**
 * Whether one person reaches another. `hidden`: the other has blocked them, and must look as if they were not there;
 * `blocked`: they have blocked the other themselves; `refused`: the other does not take such requests from them.
 */
export type Reach = 'open' | 'hidden' | 'blocked' | 'refused';

export interface Standing {
  friends: boolean;
  /** asked only when it matters: it takes a look-up */
  commonFriend: () => Promise<boolean>;
}

/** Decides whether a person reaches another whose setting for such requests is `from`. */
export async function decideReach(blocks: Blocks, from: RequestsFrom, standing: Standing): Promise<Reach> {
  const stopped = reachByBlocks(blocks);
  if (stopped !== 'open') return stopped;
  if (from === 'everybody' || standing.friends) return 'open';
  return from === 'friends-of-friends' && (await standing.commonFriend()) ? 'open' : 'refused';
}

/** The same for what no setting refuses, such as a payment. */
export function reachByBlocks({ byMe, byThem }: Blocks): Exclude<Reach, 'refused'> {
  if (byThem) return 'hidden';
  return byMe ? 'blocked' : 'open';
}
