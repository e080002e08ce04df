import { notFound } from '@florin/errors';
import type { Profile } from '../../domain/profile.ts';
import type { EnsureProfiles } from './ensure.ts';
import { ensureProfile } from './ensure.ts';

export interface Picture {
  bytes: Buffer;
  contentType: string;
  updatedAt: Date;
}

export interface PictureStore {
  put(userId: string, picture: Picture): Promise<void>;
  get(userId: string): Promise<Picture | undefined>;
  remove(userId: string): Promise<void>;
}

/** Decodes any image and makes a small one without metadata. Throws INVALID_ARGUMENT on `image`, PAYLOAD_TOO_LARGE. */
export type ShrinkImage = (input: Buffer) => Promise<{ bytes: Buffer; contentType: string }>;

export interface PictureDeps {
  pictures: PictureStore;
  ensure: EnsureProfiles;
  shrinkImage: ShrinkImage;
  markPicture: (userId: string, updatedAt: Date | null) => Promise<void>;
  clock: () => Date;
}

/** People's pictures. The bytes are written before the profile says so, and the profile is cleared before they go. */
export function createPictures({ pictures, ensure, shrinkImage, markPicture, clock }: PictureDeps) {
  return {
    set: async (userId: string, image: Buffer): Promise<Picture> => {
      await ensureProfile(ensure, userId);
      const picture = { ...(await shrinkImage(image)), updatedAt: clock() };
      await pictures.put(userId, picture);
      await markPicture(userId, picture.updatedAt);
      return picture;
    },
    /** Throws NOT_FOUND when the person is unknown or has none. */
    get: async (userId: string): Promise<Picture> => {
      const profile: Profile = await ensureProfile(ensure, userId);
      const picture = profile.hasPicture ? await pictures.get(userId) : undefined;
      if (!picture) throw notFound('picture');
      return picture;
    },
    remove: async (userId: string): Promise<void> => {
      await markPicture(userId, null);
      await pictures.remove(userId);
    },
  };
}
