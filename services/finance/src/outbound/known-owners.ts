import type { KnownOwners } from '../app/owners/ports.ts';

const MAX_REMEMBERED = 50_000;

/** Owners remembered in this process, at most 50,000; when it is full it forgets them all. */
export function createKnownOwners(): KnownOwners {
  const owners = new Set<string>();
  return {
    has: (ownerId) => owners.has(ownerId),
    add: (ownerId) => {
      if (owners.size >= MAX_REMEMBERED) owners.clear();
      owners.add(ownerId);
    },
  };
}
