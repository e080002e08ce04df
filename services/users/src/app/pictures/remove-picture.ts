import type { Deps } from '../index.ts';

/** Takes the person's picture away. The profile is cleared before the bytes go. */
export async function removePicture(
  { profiles, pictures }: Pick<Deps, 'profiles' | 'pictures'>,
  userId: string,
): Promise<void> {
  await profiles.markPicture(userId, null);
  await pictures.remove(userId);
}
