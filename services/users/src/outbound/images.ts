import { FlorinError, invalidField } from '@florin/errors';
import { createLimit, createTurns, type Clock } from '@florin/service-kit';
import type { ShrinkImage } from '../app/pictures/ports.ts';

const MAX_PIXELS = 30_000_000;
/** 48 megapixels of a phone: a JPEG is made smaller while it is read (8 MB of memory; 300 when it is coded to be read whole) */
const MAX_JPEG_PIXELS = 51_000_000;
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
export function createShrinkImage(clock: Clock): ShrinkImage {
  const refuse = () =>
    new FlorinError('UNAVAILABLE', 'Too many pictures at a time; try again', { retryAfterSeconds: 2 });
  const decoders = createLimit(MAX_RUNNING, { queue: MAX_WAITING, refuse });
  const largeDecoder = createLimit(1, { queue: MAX_WAITING, refuse });

  // a file of 3.6 KB may cost half a second of CPU, and the queue of the decoders is everybody's
  const message = 'You send too many pictures; try again later';
  const takeTurn = createTurns({ clock, atOnce: 1, perMinute: 10, message });

  return async (userId, input) => {
    const head = input.toString('hex', 0, 16);
    if (!SIGNATURES.some(({ at, hex }) => head.startsWith(hex, at * 2))) {
      throw invalidField('image', 'must be a JPEG, PNG, WebP or GIF image');
    }
    const done = takeTurn(userId);
    try {
      const read = await decoders.run(() => readHead(input).catch(refuseUndecodable));
      return await (read.large ? largeDecoder : decoders).run(() => shrink(input, read).catch(refuseUndecodable));
    } finally {
      done();
    }
  };
}

function refuseUndecodable(error: unknown): never {
  throw new FlorinError('INVALID_ARGUMENT', 'image: could not be decoded', {
    errors: [{ path: 'image', message: 'could not be decoded, or has more than 30 million pixels, 51 in a JPEG' }],
    cause: error,
  });
}

interface Head {
  hasAlpha: boolean;
  large: boolean;
}

async function readHead(input: Buffer): Promise<Head> {
  const { default: sharp } = await import('sharp');
  const { format, width, height, hasAlpha } = await sharp(input, { limitInputPixels: MAX_JPEG_PIXELS }).metadata();
  const large = width * height > MAX_PIXELS;
  if (large && format !== 'jpeg') throw new Error('too many pixels');
  return { hasAlpha, large };
}

async function shrink(input: Buffer, { hasAlpha }: Head): Promise<{ bytes: Buffer; contentType: string }> {
  const { default: sharp } = await import('sharp');
  const image = sharp(input, { limitInputPixels: MAX_JPEG_PIXELS, failOn: 'error', animated: false })
    .timeout({ seconds: SECONDS })
    .rotate()
    .resize(SIDE_PIXELS, SIDE_PIXELS, { fit: 'inside', withoutEnlargement: true });
  return hasAlpha
    ? { bytes: await image.webp({ quality: 82 }).toBuffer(), contentType: 'image/webp' }
    : { bytes: await image.jpeg({ quality: 82, mozjpeg: true }).toBuffer(), contentType: 'image/jpeg' };
}
