import type { Deps } from '../index.ts';

/** Takes away what is held of a person who left at that time: profile, picture, friendships, open requests and blocks. */
export async function forgetPerson(
  { profiles, pictures, relations, blocks }: Pick<Deps, 'profiles' | 'pictures' | 'relations' | 'blocks'>,
  { userId, at }: { userId: string; at: Date },
): Promise<void> {
  await profiles.terminate(userId, at);
  await pictures.remove(userId);
  await relations.forget(userId, at);
  await blocks.forget(userId);
}
