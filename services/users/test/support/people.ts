import { FlorinError } from '@florin/errors';
import { newId } from '@florin/service-kit';
import type { Directory } from '../../src/app/people/ports.ts';
import type { ProfileSeed } from '../../src/domain/profile.ts';

/** Auth as the users service sees it: people are put in by hand. */
export function createFakeDirectory() {
  const people = new Map<string, ProfileSeed>();
  let down = false;
  const answer = () => {
    if (down) throw new FlorinError('UNAVAILABLE', 'auth does not answer at present');
  };
  const directory: Directory = {
    getUsers: (ids) => {
      answer();
      return Promise.resolve(ids.flatMap((id) => people.get(id) ?? []));
    },
    resolve: (by) => {
      answer();
      const found = [...people.values()].find((person) =>
        'email' in by ? person.email === by.email.toLowerCase() : person.username === by.username,
      );
      return Promise.resolve(found);
    },
  };
  return {
    directory,
    people,
    setDown: (value: boolean) => {
      down = value;
    },
  };
}

/** A person auth knows. */
export function aPerson(over: Partial<ProfileSeed> = {}): ProfileSeed {
  const userId = newId();
  const tail = userId.slice(-8);
  return {
    userId,
    name: `Ann ${tail}`,
    username: `ann_${tail}`,
    email: `ann.${tail}@example.com`,
    timeZone: 'Europe/Berlin',
    locale: 'en-US',
    registeredAt: new Date('2026-11-01T08:00:00.000Z'),
    ...over,
  };
}
