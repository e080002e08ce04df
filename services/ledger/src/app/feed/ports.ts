/** What the ledger asks of users. */
export interface FriendDirectory {
  friendIds(userId: string): Promise<string[]>;
}
