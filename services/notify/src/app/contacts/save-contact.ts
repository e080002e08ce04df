import type { Deps } from '../index.ts';
import type { ContactFacts } from './ports.ts';

/** Saves what auth says of a person, unless something later is known. */
export async function saveContact({ contacts }: Pick<Deps, 'contacts'>, facts: ContactFacts): Promise<void> {
  await contacts.apply(facts);
}
