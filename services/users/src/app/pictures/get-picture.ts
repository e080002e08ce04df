import { notFound } from '@florin/errors';
import { isHidden } from '../blocks/check-reach.ts';
import type { Deps } from '../index.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';
import type { Picture } from './ports.ts';

/** A person's picture. Throws NOT_FOUND when the person is unknown, has none or blocks the viewer. */
export async function getPicture(
  deps: Deps,
  { viewerId, userId }: { viewerId: string; userId: string },
): Promise<Picture> {
  const { hasPicture } = await ensureProfile(deps, userId);
  if (await isHidden(deps, { viewerId, userId })) throw notFound('user');
  const picture = hasPicture ? await deps.pictures.get(userId) : undefined;
  if (!picture) throw notFound('picture');
  return picture;
}
