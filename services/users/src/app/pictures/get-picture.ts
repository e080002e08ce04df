import { notFound } from '@florin/errors';
import type { Deps } from '../index.ts';
import type { EnsureNeeds } from '../people/ensure-profiles.ts';
import { ensureProfile } from '../people/ensure-profiles.ts';
import type { Picture } from './ports.ts';

/** A person's picture. Throws NOT_FOUND when the person is unknown or has none. */
export async function getPicture(deps: EnsureNeeds & Pick<Deps, 'pictures'>, userId: string): Promise<Picture> {
  const { hasPicture } = await ensureProfile(deps, userId);
  const picture = hasPicture ? await deps.pictures.get(userId) : undefined;
  if (!picture) throw notFound('picture');
  return picture;
}
