import { FlorinError } from '@florin/errors';
import { createTestClock, testMongoUrl, waitFor } from '@florin/testing';
import { Schema } from 'mongoose';
import { newId } from '../ids.ts';
import { createMongo, type Mongo } from './connect.ts';
import { createIdempotency, isDuplicateKey, type Idempotency } from './idempotency.ts';

let mongo: Mongo;
let keys: Idempotency;
const clock = createTestClock();

function createThings({ connection }: Mongo) {
  const schema = new Schema<{ _id: string; name: string }>({ _id: String, name: String }, { versionKey: false });
  schema.index({ name: 1 }, { unique: true, name: 'unique_name' });
  return connection.model('Thing', schema, 'things');
}
let things: ReturnType<typeof createThings>;

beforeAll(async () => {
  mongo = createMongo({ url: testMongoUrl(), database: 'test' });
  things = createThings(mongo);
  keys = createIdempotency(mongo.connection, clock.now);
  await mongo.start();
});

afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

describe('createMongo', () => {
  test('models made before the start work after it, with their unique indexes', async () => {
    await mongo.ping();
    await things.create({ _id: newId(), name: 'one' });
    const second: unknown = await things.create({ _id: newId(), name: 'one' }).catch((error: unknown) => error);
    expect(isDuplicateKey(second)).toBe(true);
    expect(isDuplicateKey(second, 'unique_name')).toBe(true);
    expect(isDuplicateKey(second, 'another_index')).toBe(false);
  });

  test('operators in the values of a filter find nothing', async () => {
    await things.create({ _id: newId(), name: 'two' });
    const filter = { name: { $ne: 'x' } } as unknown as { name: string };
    await expect(things.find(filter)).rejects.toThrow();
  });

  test('nothing connects before the start, and one that never started can be stopped', async () => {
    const unused = createMongo({ url: 'mongodb://127.0.0.1:1/none', database: 'none' });
    createThings(unused);
    await unused.stop();
  });
});

describe('createIdempotency', () => {
  const order = (request: object = { amount: 5 }) => ({ scope: 'ada POST /v1/things', key: newId(), request });

  test('a repeat gets the first reply with its bigints and Dates, and the effect is not run again', async () => {
    const asked = order();
    const reply = { amount: 5n, at: new Date('2026-11-30T09:30:00Z') };
    let runs = 0;
    const effect = () => Promise.resolve(void (runs += 1)).then(() => reply);
    expect(await keys.once(asked, effect)).toEqual({ body: reply, replayed: false });
    expect(await keys.once(asked, effect)).toEqual({ body: reply, replayed: true });
    expect(runs).toBe(1);
  });

  test('the same key with another request is refused, in another scope it is another key', async () => {
    const asked = order();
    await keys.once(asked, () => Promise.resolve(1));
    await expect(keys.once({ ...asked, request: { amount: 6 } }, () => Promise.resolve(2))).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(await keys.once({ ...asked, scope: 'bob' }, () => Promise.resolve(2))).toEqual({ body: 2, replayed: false });
  });

  test('of two at a time one runs and the other is told to come again', async () => {
    const asked = order();
    let release = (): void => undefined;
    let started = false;
    const slow = keys.once(asked, async () => {
      started = true;
      await new Promise<void>((resolve) => (release = resolve));
      return 'done';
    });
    await waitFor(() => started);
    await expect(keys.once(asked, () => Promise.resolve('twice'))).rejects.toMatchObject({
      code: 'CONFLICT',
      retryAfterSeconds: 1,
    });
    release();
    expect(await slow).toEqual({ body: 'done', replayed: false });
  });

  test('a refused effect may be tried again at once, a crashed one after the lease and with the same effect id', async () => {
    const refused = order();
    const refusal = new FlorinError('NOT_FOUND', 'no such person');
    await expect(keys.once(refused, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(await keys.once(refused, () => Promise.resolve('now'))).toEqual({ body: 'now', replayed: false });

    const crashed = order();
    const ids: string[] = [];
    const crash = (effectId: string) => {
      ids.push(effectId);
      return Promise.reject(new Error('the process died'));
    };
    await expect(keys.once(crashed, crash)).rejects.toThrow('died');
    await expect(keys.once(crashed, crash)).rejects.toMatchObject({ code: 'CONFLICT' });
    clock.advance(16_000);
    await expect(keys.once(crashed, crash)).rejects.toThrow('died');
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });
});
