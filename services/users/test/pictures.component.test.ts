import sharp from 'sharp';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { aPerson } from './support/people.ts';

let users: Awaited<ReturnType<typeof createHarness>>;

beforeAll(async () => {
  users = await createHarness();
});
afterAll(async () => {
  await users.stop();
});

function someone() {
  const person = aPerson();
  users.fake.people.set(person.userId, person);
  return { ...person, client: users.as(person.userId) };
}

const canvas = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 40, alpha: 0.5 } } });

describe('pictures', () => {
  test('a photo is kept small, upright and without what the camera wrote into it', async () => {
    const ann = someone();
    const photo = await canvas(1600, 800)
      .withExif({ IFD0: { Make: 'SpyCam', Orientation: '6' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const reply = await ann.client.put('/v1/users/me/picture', { image: photo.toString('base64') });
    expect([reply.status, reply.body.contentType]).toEqual([200, 'image/jpeg']);
    const { image } = await users.client.getPicture({ userId: ann.userId });
    const kept = await sharp(image).metadata();
    expect([kept.format, kept.width, kept.height, kept.exif, kept.orientation]).toEqual([
      'jpeg',
      256,
      512,
      undefined,
      undefined,
    ]);
    expect(image.includes('SpyCam')).toBe(false);
    expect((await ann.client.get('/v1/users/me')).body.hasPicture).toBe(true);
    const seen = await someone().client.get(`/v1/users/${ann.userId}/picture`);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const me = (await users.client.getMe({ userId: ann.userId, includePicture: true })).me;
    expect([me?.pictureContentType, me?.picture.equals(image)]).toEqual(['image/jpeg', true]);
  });

  test('transparency is kept, as WebP', async () => {
    const ann = someone();
    const png = await canvas(40, 40, 4).png().toBuffer();
    const { contentType } = await users.client.setPicture({ userId: ann.userId, image: png });
    expect(contentType).toBe('image/webp');
  });

  test('by gRPC a picture of 12 MB is taken and made smaller', async () => {
    const ann = someone();
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    const size = { width: 2300, height: 1700, channels: 3 as const, background: 'black' };
    const photo = await sharp({ create: { ...size, noise } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(photo.length).toBeGreaterThan(11 * 1024 * 1024);
    const { image } = await users.client.setPicture({ userId: ann.userId, image: photo }, { timeoutMs: 15_000 });
    expect(await sharp(image).metadata()).toMatchObject({ width: 512, height: 378 });
  });

  test('a JPEG of 48 megapixels, as phones make them, is taken and made smaller', async () => {
    const ann = someone();
    const photo = await canvas(8064, 6048).jpeg().toBuffer();
    const { image } = await users.client.setPicture({ userId: ann.userId, image: photo }, { timeoutMs: 15_000 });
    expect(await sharp(image).metadata()).toMatchObject({ width: 512, height: 384 });
  });

  test('a picture can be taken away', async () => {
    const ann = someone();
    const png = await canvas(10, 10).png().toBuffer();
    await users.client.setPicture({ userId: ann.userId, image: png });
    expect((await ann.client.delete('/v1/users/me/picture')).status).toBe(204);
    expect((await ann.client.get(`/v1/users/${ann.userId}/picture`)).status).toBe(404);
    await expect(users.client.getPicture({ userId: ann.userId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('who leaves takes the picture along', async () => {
    const ann = someone();
    const png = await canvas(10, 10).png().toBuffer();
    await users.client.setPicture({ userId: ann.userId, image: png });
    await users.publish('auth.user-terminated.v1', ann.userId, {
      userId: ann.userId,
      terminatedAt: new Date().toISOString(),
    });
    await waitFor(async () => (await someone().client.get(`/v1/users/${ann.userId}/picture`)).status === 404);
  });

  test("one person's many pictures are refused after ten a minute, and another's are taken meanwhile", async () => {
    const [ann, bob] = [someone(), someone()];
    const png = await canvas(10, 10).png().toBuffer();
    const put = (who: typeof ann) => who.client.put('/v1/users/me/picture', { image: png.toString('base64') });
    for (let count = 0; count < 10; count += 1) expect((await put(ann)).status).toBe(200);
    const refused = await put(ann);
    expect([refused.status, refused.body.code, refused.headers.has('retry-after')]).toEqual([
      429,
      'RATE_LIMITED',
      true,
    ]);
    expect((await put(bob)).status).toBe(200);
    users.clock.advance(60_000);
    expect((await put(ann)).status).toBe(200);
  });

  test('what is no image, is cut short, is too large or has too many pixels is refused', async () => {
    const ann = someone();
    const png = await canvas(200, 200).png().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>');
    const bomb = await canvas(6000, 6000).png({ compressionLevel: 9 }).toBuffer();
    const wall = await canvas(8000, 8000).jpeg().toBuffer();
    const cut = png.subarray(0, png.length - 60);
    for (const image of [Buffer.from('hello'), svg, bomb, wall, cut, Buffer.from('89504e470d0a1a0a', 'hex')]) {
      await expect(users.client.setPicture({ userId: ann.userId, image })).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
        errors: [{ path: 'image' }],
      });
    }
    const padded = (bytes: number) => Buffer.concat([png, Buffer.alloc(bytes - png.length)]);
    const tooLarge = { code: 'PAYLOAD_TOO_LARGE' };
    const image = padded(12 * 1024 * 1024 + 1);
    const refused = users.client.setPicture({ userId: ann.userId, image }, { timeoutMs: 15_000 });
    await expect(refused).rejects.toMatchObject(tooLarge);
    const sent = { image: padded(5 * 1024 * 1024 + 1).toString('base64') };
    expect((await ann.client.put('/v1/users/me/picture', sent)).body).toMatchObject(tooLarge);
    for (const body of [{}, { image: '' }, { image: 'not base64!' }, { image: { $ne: 1 } }]) {
      expect((await ann.client.put('/v1/users/me/picture', body)).status).toBe(400);
    }
    expect((await ann.client.get('/v1/users/me')).body.hasPicture).toBe(false);
  });
});
