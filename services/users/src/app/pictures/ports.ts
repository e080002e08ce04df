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

/**
 * Decodes an image of a person and makes a small one without metadata. Throws INVALID_ARGUMENT on `image`,
 * RATE_LIMITED for a person who sends too many, UNAVAILABLE.
 */
export type ShrinkImage = (userId: string, input: Buffer) => Promise<{ bytes: Buffer; contentType: string }>;
