import type { Deps } from '../index.ts';

/** The person's time zone; undefined when users can't be asked and nothing is known. */
export async function zoneOf({ preferences }: Pick<Deps, 'preferences'>, ownerId: string): Promise<string | undefined> {
  return preferences.of(ownerId).then(
    ({ timeZone }) => timeZone,
    () => undefined,
  );
}
