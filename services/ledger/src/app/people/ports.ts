/** A person as others see them. */
export interface Person {
  id: string;
  name: string;
  /** empty for somebody whose username is not known */
  username: string;
  hasPicture: boolean;
}

/** By user id; who is gone or not known is missing. */
export type People = ReadonlyMap<string, Person>;

/** What the ledger asks of users about people. */
export interface PeopleDirectory {
  /** At most 200 ids in one call; unknown ones are left out. */
  byIds(userIds: readonly string[]): Promise<Person[]>;
}
