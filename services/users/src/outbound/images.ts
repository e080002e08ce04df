import sharp from 'sharp';
import { FlorinError, invalidField } from '@florin/errors';
import { createLimit } from '@florin/service-kit';
import type { ShrinkImage } from '../app/pictures/ports.ts';

const MAX_INPUT_BYTES = 5 * 1024 * 1024;
const MAX_PIXELS = 30_000_000;
const SIDE_PIXELS = 512;
const SECONDS = 8;
/** decoders running at a time; others wait */
const MAX_RUNNING = 2;
const MAX_WAITING = 20;

/** First bytes of what we decode: others (SVG, PDF, ...) must not reach their decoders at all. */
const SIGNATURES: readonly { at: number; hex: string }[] = [
  { at: 0, hex: 'ffd8ff' }, // JPEG
  { at: 0, hex: '89504e470d0a1a0a' }, // PNG
  { at: 0, hex: '47494638' }, // GIF
  { at: 8, hex: '57454250' }, // WebP, after RIFF and a length
];

/** Decodes JPEG, PNG, GIF or WebP and re-encodes at most 512 pixels a side, upright, without metadata. */
export function createShrinkImage(): ShrinkImage {
  const decoders = createLimit(MAX_RUNNING, {
    queue: MAX_WAITING,
    refuse: () => new FlorinError('UNAVAILABLE', 'Too many pictures at a time; try again', { retryAfterSeconds: 2 }),
  });

  return async (input) => {
    if (input.length > MAX_INPUT_BYTES) throw new FlorinError('PAYLOAD_TOO_LARGE', 'A picture has at most 5 MB');
    const head = input.toString('hex', 0, 16);
    if (!SIGNATURES.some(({ at, hex }) => head.startsWith(hex, at * 2))) {
      throw invalidField('image', 'must be a JPEG, PNG, WebP or GIF image');
    }
    return decoders.run(() => shrink(input).catch(refuseUndecodable));
  };
}

function refuseUndecodable(error: unknown): never {
  throw new FlorinError('INVALID_ARGUMENT', 'image: could not be decoded', {
    errors: [{ path: 'image', message: 'could not be decoded, or has more than 30 million pixels' }],
    cause: error,
  });
}

async function shrink(input: Buffer): Promise<{ bytes: Buffer; contentType: string }> {
  const image = sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize(SIDE_PIXELS, SIDE_PIXELS, { fit: 'inside', withoutEnlargement: true });
  const { hasAlpha } = await sharp(input, { limitInputPixels: MAX_PIXELS }).metadata();
  return hasAlpha
    ? { bytes: await image.webp({ quality: 82 }).toBuffer(), contentType: 'image/webp' }
    : { bytes: await image.jpeg({ quality: 82, mozjpeg: true }).toBuffer(), contentType: 'image/jpeg' };
}
