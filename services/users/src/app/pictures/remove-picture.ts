import type { Deps } from '../index.ts';

/** Takes the person's picture away. The profile is cleared before the bytes go. */
export async function removePicture(deps: Pick<Deps, 'profiles' | 'pictures'>, userId: string): Promise<void> {
  await deps.profiles.markPicture(userId, null);
  await deps.pictures.remove(userId);
}
