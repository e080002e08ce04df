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

/** Decodes an image and makes a small one without metadata. Throws INVALID_ARGUMENT on `image`, PAYLOAD_TOO_LARGE, UNAVAILABLE. */
export type ShrinkImage = (input: Buffer) => Promise<{ bytes: Buffer; contentType: string }>;
