import type { Deps } from '../index.ts';

/** The person's time zone, an IANA name. Throws UNAVAILABLE when users can't be asked and nothing is known. */
export async function getTimeZone({ preferences }: Pick<Deps, 'preferences'>, ownerId: string): Promise<string> {
  return (await preferences.of(ownerId)).timeZone;
}
