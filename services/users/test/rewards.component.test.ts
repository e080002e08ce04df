import { FlorinError } from '@florin/errors';
import { newId } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createHarness } from './harness.ts';
import { aPerson } from './support/people.ts';

/** A ledger that takes points once per id, and can be told to refuse, or to take them without saying so. */
function createFakeLedger() {
  const taken = new Map<string, { userId: string; points: number }>();
  let mood: 'fine' | 'poor' | 'silent' | 'down' = 'fine';
  let held: Promise<void> | undefined;
  let waiting = 0;
  return {
    taken,
    setMood: (value: typeof mood) => {
      mood = value;
    },
    /** the next spending waits for it and then succeeds */
    hold: (until: Promise<void>) => {
      held = until;
    },
    waiting: () => waiting,
    spend: async ({ id, userId, points }: { id: string; userId: string; points: number }) => {
      if (held) {
        const until = held;
        held = undefined;
        waiting += 1;
        await until;
        taken.set(id, { userId, points });
        return;
      }
      if (mood === 'poor') throw new FlorinError('INSUFFICIENT_FUNDS', 'Insufficient funds');
      if (mood === 'down') throw new FlorinError('UNAVAILABLE', 'ledger does not answer at present');
      taken.set(id, { userId, points });
      if (mood === 'silent') throw new FlorinError('DEADLINE_EXCEEDED', 'ledger does not answer at present');
    },
  };
}

let users: Awaited<ReturnType<typeof createHarness>>;
const ledger = createFakeLedger();
let draw = 0.4;

beforeAll(async () => {
  users = await createHarness({ spendPoints: ledger.spend, random: () => draw });
});
afterAll(async () => {
  await users.stop();
});
beforeEach(() => {
  // a Wednesday
  users.clock.set('2026-11-18T10:00:00.000Z');
  ledger.setMood('fine');
  draw = 0.4;
});

function someone(over: Parameters<typeof aPerson>[0] = {}) {
  const person = aPerson(over);
  users.fake.people.set(person.userId, person);
  return { ...person, client: users.as(person.userId) };
}

const grants = (userId: string, reason: string) =>
  users.seen
    .filter((event) => event.type === 'users.points-granted.v1' && event.aggregateId === userId)
    .map((event) => event.data as { reason: string; points: string; grantId: string; lapsesAt: string | null })
    .filter((data) => data.reason === reason);

const taken = (userId: string) => [...ledger.taken.values()].filter((each) => each.userId === userId);

describe('check-in', () => {
  test('brings points once a day, also when tapped ten times at once', async () => {
    const ann = someone();
    const replies = await Promise.all(Array.from({ length: 10 }, () => ann.client.post('/v1/users/me/check-ins')));
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(1);
    expect(replies.filter((reply) => reply.status === 409)).toHaveLength(9);
    expect(replies.find((reply) => reply.status === 201)?.body).toEqual({
      points: 32,
      lapsesAt: '2026-11-25T10:00:00.000Z',
      lastCheckIn: '2026-11-18T22:59:59.999Z',
    });
    await waitFor(() => grants(ann.userId, 'check-in').length > 0);
    expect(grants(ann.userId, 'check-in')).toEqual([
      {
        userId: ann.userId,
        grantId: `check-in:${ann.userId}:2026-11-18`,
        reason: 'check-in',
        points: '32',
        lapsesAt: '2026-11-25T10:00:00.000Z',
      },
    ]);
    users.clock.set('2026-11-18T23:00:00.000Z');
    expect((await ann.client.post('/v1/users/me/check-ins')).status).toBe(201);
  });

  test('one sent again with its key gets the first reply; a spin too', async () => {
    const { userId } = someone({ registeredAt: new Date('2026-11-10T01:00:00.000Z') });
    const { checkIn, spinWheel } = users.client;
    const idempotencyKey = 'the same';
    const [looked, spun] = [await checkIn({ userId, idempotencyKey }), await spinWheel({ userId, idempotencyKey })];
    expect(await checkIn({ userId, idempotencyKey })).toEqual(looked);
    expect(await spinWheel({ userId, idempotencyKey })).toEqual(spun);
    await expect(checkIn({ userId, idempotencyKey: 'another' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(spinWheel({ userId, idempotencyKey: 'another' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('one sent again to /v1 with its key gets the first reply and says so; a spin too', async () => {
    const { client } = someone({ registeredAt: new Date('2026-11-10T01:00:00.000Z') });
    for (const path of ['/v1/users/me/check-ins', '/v1/users/me/spins']) {
      const post = (key: string) => client.post(path, undefined, { idempotencyKey: key });
      const first = await post('one');
      const again = await post('one');
      expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
      expect(again.body).toEqual(first.body);
      expect((await post('two')).status).toBe(409);
    }
  });

  test('is not possible on the sign-up day', async () => {
    const ann = someone({ registeredAt: new Date('2026-11-18T01:00:00.000Z') });
    expect((await ann.client.post('/v1/users/me/check-ins')).status).toBe(409);
    users.clock.set('2026-11-18T23:00:00.000Z');
    expect((await users.client.checkIn({ userId: ann.userId })).lastCheckin).toBe('2026-11-19T22:59:59.999Z');
  });
});

describe('the wheel', () => {
  test('a new person has none of the three fields; the first spin is free and fills them', async () => {
    const ann = someone();
    const before = (await users.client.getMe({ userId: ann.userId })).me;
    expect(before?.rewards).toMatchObject({ hasSpun: false, lastSpin: '', nextSpin: '', lastCheckin: '' });
    const spun = await users.client.spinWheel({ userId: ann.userId, cardNumber: before?.cardNumber });
    expect(spun).toEqual({ reward: 50, lastSpin: '2026-11-18T22:59:59.000Z', nextSpin: '2026-11-18T23:00:00.000Z' });
    expect(taken(ann.userId)).toEqual([]);
    const after = (await users.client.getMe({ userId: ann.userId })).me;
    expect(after?.rewards).toMatchObject({ hasSpun: true, lastSpinReward: 50, lastSpin: spun.lastSpin });
    await waitFor(() => grants(ann.userId, 'spin').length === 1);
    const cooling = await ann.client.post('/v1/users/me/spins');
    expect([cooling.status, cooling.body.meta]).toEqual([409, { nextSpinAt: '2026-11-18T23:00:00.000Z' }]);
  });

  test('after a blank the next spin is free at once; after a win it costs ten points in the next window', async () => {
    const ann = someone();
    draw = 0;
    expect((await ann.client.post('/v1/users/me/spins')).body).toMatchObject({ reward: 0, nextSpin: null });
    draw = 0.4;
    expect((await ann.client.post('/v1/users/me/spins')).body).toMatchObject({ reward: 50 });
    expect(taken(ann.userId)).toEqual([]);
    users.clock.set('2026-11-19T10:00:00.000Z');
    expect((await ann.client.post('/v1/users/me/spins')).status).toBe(201);
    expect(taken(ann.userId)).toEqual([{ userId: ann.userId, points: 10 }]);
    await waitFor(() => grants(ann.userId, 'spin').length === 2);
  });

  /** Somebody whose next spin costs points. */
  async function aPayer() {
    const ann = someone();
    expect((await ann.client.post('/v1/users/me/spins')).status).toBe(201);
    users.clock.set('2026-11-19T10:00:00.000Z');
    return ann;
  }

  test('ten taps at once pay once, win once and all see the same result', async () => {
    const ann = await aPayer();
    const replies = await Promise.all(Array.from({ length: 10 }, () => ann.client.post('/v1/users/me/spins')));
    const won = replies.filter((reply) => reply.status === 201).map((reply) => reply.body);
    expect(new Set(won.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(replies.every((reply) => [201, 409].includes(reply.status))).toBe(true);
    expect(taken(ann.userId)).toHaveLength(1);
    await waitFor(() => grants(ann.userId, 'spin').length === 2);
  });

  test('without the points nothing is spun, and it can be tried again', async () => {
    const ann = await aPayer();
    ledger.setMood('poor');
    const poor = await ann.client.post('/v1/users/me/spins');
    expect([poor.status, poor.body.code]).toEqual([422, 'INSUFFICIENT_FUNDS']);
    ledger.setMood('fine');
    expect((await ann.client.post('/v1/users/me/spins')).status).toBe(201);
  });

  test('a spin that one process saw refused and another saw paid brings its reward once', async () => {
    const ann = await aPayer();
    let release: () => void = () => undefined;
    ledger.hold(new Promise<void>((resolve) => (release = resolve)));
    const slow = ann.client.post('/v1/users/me/spins');
    await waitFor(() => ledger.waiting() === 1);
    ledger.setMood('poor');
    expect((await ann.client.post('/v1/users/me/spins')).status).toBe(422);
    release();
    expect((await slow).status).toBe(201);
    expect(taken(ann.userId)).toHaveLength(1);
    await waitFor(() => grants(ann.userId, 'spin').length === 2);
  });

  test('a ledger that took the points and kept silent is asked again under the same id: paid once, drawn once', async () => {
    const ann = await aPayer();
    ledger.setMood('silent');
    expect((await ann.client.post('/v1/users/me/spins')).status).toBe(504);
    ledger.setMood('fine');
    draw = 0.999;
    expect((await ann.client.post('/v1/users/me/spins')).body.reward).toBe(50);
    expect(taken(ann.userId)).toHaveLength(1);
  });

  test('a spin whose process died is ended by the next process', async () => {
    const ann = await aPayer();
    ledger.setMood('down');
    expect((await ann.client.post('/v1/users/me/spins')).status).toBe(503);
    ledger.setMood('fine');
    users.clock.set('2026-11-19T10:01:00.000Z');
    const second = await users.startAnother();
    await waitFor(() => grants(ann.userId, 'spin').length === 2);
    await second.stop();
    expect(taken(ann.userId)).toHaveLength(1);
    expect((await ann.client.get('/v1/users/me/card')).body).toMatchObject({ lastSpinReward: 50 });
  });

  test("another person's card is not found", async () => {
    const [ann, bob] = [someone(), someone()];
    const card = (await users.client.getMe({ userId: bob.userId })).me?.cardNumber;
    await expect(users.client.spinWheel({ userId: ann.userId, cardNumber: card })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the membership card', () => {
  test('has 20 digits of its own and a Code 128 image', async () => {
    const [ann, bob] = [someone(), someone()];
    const card = await ann.client.get('/v1/users/me/card');
    expect(card.body).toEqual({
      number: expect.stringMatching(/^705\d{17}$/),
      lastCheckIn: null,
      lastSpin: null,
      lastSpinReward: null,
      nextSpin: null,
    });
    expect((await bob.client.get('/v1/users/me/card')).body.number).not.toBe(card.body.number);
    const png = await users.client.getCardBarcode({ cardNumber: card.body.number });
    expect([png.contentType, png.image.toString('latin1', 1, 4)]).toEqual(['image/png', 'PNG']);
    const svg = await users.client.getCardBarcode({ cardNumber: card.body.number, format: 'svg' });
    expect([svg.contentType, svg.image.toString('utf8', 0, 4)]).toEqual(['image/svg+xml', '<svg']);
    expect((await ann.client.get('/v1/users/me/card/barcode')).headers.get('content-type')).toBe('image/png');
    for (const [cardNumber, code] of [
      ['70500000000000000000', 'NOT_FOUND'],
      ['1; drop', 'INVALID_ARGUMENT'],
    ]) {
      await expect(users.client.getCardBarcode({ cardNumber })).rejects.toMatchObject({ code });
    }
  });

  test('of nobody is not found', async () => {
    expect((await users.as(newId()).get('/v1/users/me/card')).status).toBe(404);
  });
});
