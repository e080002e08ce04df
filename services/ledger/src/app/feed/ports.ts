/** What the ledger asks of users. */
export interface FriendDirectory {
  friendIds(userId: string): Promise<string[]>;
  /** Whether the person reaches each of the others, in their order. While users does not answer, everybody does. */
  reach(userId: string, otherIds: readonly string[], purpose: ReachPurpose): Promise<Reach[]>;
}

export type ReachPurpose = 'payment' | 'payment-request';
/**
 * `hidden`: the other has blocked the person, and must look as if they were not there; `blocked`: the person has blocked
 * the other; `refused`: the other does not take such requests from the person.
 */
export type Reach = 'open' | 'hidden' | 'blocked' | 'refused';
