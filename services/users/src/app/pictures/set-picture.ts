import { FlorinError } from '@florin/errors';
import type { Deps } from '../index.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';
import type { Picture } from './ports.ts';

interface SetPicture {
  userId: string;
  image: Buffer;
  /** how large an image the caller's API takes, in MB */
  maxMegabytes: number;
}

/**
 * Sets the person's picture, made smaller. The bytes are written before the profile says so. Throws PAYLOAD_TOO_LARGE, as
 * ShrinkImage, NOT_FOUND.
 */
export async function setPicture(deps: Deps, { userId, image, maxMegabytes }: SetPicture): Promise<Picture> {
  if (image.length > maxMegabytes * 1024 * 1024) {
    throw new FlorinError('PAYLOAD_TOO_LARGE', `A picture has at most ${maxMegabytes} MB`);
  }
  await ensureProfile(deps, userId);
  const picture = { ...(await deps.shrinkImage(userId, image)), updatedAt: deps.clock() };
  await deps.pictures.put(userId, picture);
  await deps.profiles.markPicture(userId, picture.updatedAt);
  return picture;
}
