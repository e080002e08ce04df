import type { Deps } from '../index.ts';
import type { EnsureNeeds } from '../people/ensure-profiles.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';
import type { Picture } from './ports.ts';

type Needs = EnsureNeeds & Pick<Deps, 'pictures' | 'shrinkImage'>;

/** Sets the person's picture, made smaller. The bytes are written before the profile says so. Throws as ShrinkImage, NOT_FOUND. */
export async function setPicture(deps: Needs, { userId, image }: { userId: string; image: Buffer }): Promise<Picture> {
  await ensureProfile(deps, userId);
  const picture = { ...(await deps.shrinkImage(userId, image)), updatedAt: deps.clock() };
  await deps.pictures.put(userId, picture);
  await deps.profiles.markPicture(userId, picture.updatedAt);
  return picture;
}
