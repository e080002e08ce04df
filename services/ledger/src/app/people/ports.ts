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

/** What somebody was called until an instant. */
export interface FormerName {
  name: string;
  username: string;
  until: Date;
}

/** A person with what they were called before, oldest first. */
export interface PersonOverTime extends Person {
  formerNames: FormerName[];
}

/** What the ledger asks of users about people. */
export interface PeopleDirectory {
  /** At most 200 ids in one call; unknown ones are left out. */
  byIds(userIds: readonly string[]): Promise<Person[]>;
  /** As `byIds`, with former names. */
  overTime(userIds: readonly string[]): Promise<PersonOverTime[]>;
}
