import type { Stores } from '../ports.ts';

/** What becomes of a wallet that would be open from now on: nobody who is gone has one. */
export async function openedStatus({ owners }: Pick<Stores, 'owners'>, ownerId: string): Promise<'open' | 'archived'> {
  return (await owners.hasEnded(ownerId)) ? 'archived' : 'open';
}
