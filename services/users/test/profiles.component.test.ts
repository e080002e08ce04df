import { newId } from '@florin/service-kit';
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

const registered = (person: ReturnType<typeof aPerson>) => ({
  ...person,
  mobile: null,
  dateOfBirth: null,
  registeredAt: person.registeredAt.toISOString(),
  via: 'v1',
});

describe('profiles', () => {
  test('a registration event told twice makes one profile and grants the sign-up points once', async () => {
    const person = aPerson();
    const id = newId();
    await users.publish('auth.user-registered.v1', person.userId, registered(person), id);
    await users.publish('auth.user-registered.v1', person.userId, registered(person), newId());
    const me = await waitFor(async () => {
      const reply = await users.as(person.userId).get('/v1/users/me');
      return reply.status === 200 && reply.body;
    });
    expect(me).toEqual({
      id: person.userId,
      name: person.name,
      username: person.username,
      email: person.email,
      timeZone: 'Europe/Berlin',
      locale: 'en-US',
      preferences: {
        firstDayOfWeek: 1,
        firstDayOfTheMonth: 1,
        monthStartOnWeekend: 'stay',
        firstMonthOfTheYear: 1,
        fortnightFrom: null,
        ownPeriodStarts: [],
        paymentRequestsFrom: 'everybody',
        friendRequestsFrom: 'everybody',
      },
      details: { givenName: '', gender: '', title: '', phone: '' },
      roles: ['user'],
      hasPicture: false,
      createdAt: '2026-11-01T08:00:00.000Z',
    });
    const grants = () => users.seen.filter((event) => event.aggregateId === person.userId);
    await waitFor(() => grants().length > 0);
    expect(grants().map((event) => event.data)).toEqual([
      { userId: person.userId, grantId: `sign-up:${person.userId}`, reason: 'sign-up', points: '500', lapsesAt: null },
    ]);
  });

  test('a profile whose event has not arrived is made of what auth knows', async () => {
    const person = aPerson();
    users.fake.people.set(person.userId, person);
    const reply = await users.as(person.userId).get('/v1/users/me');
    expect(reply.status).toBe(200);
    expect(reply.body.name).toBe(person.name);
  });

  test('a missing profile while auth is down answers 503, not 404', async () => {
    users.fake.setDown(true);
    const reply = await users.as(newId()).get('/v1/users/me');
    users.fake.setDown(false);
    expect([reply.status, reply.body.code]).toEqual([503, 'UNAVAILABLE']);
  });

  test('a contact change before its registration is not undone by it', async () => {
    const person = aPerson();
    users.fake.people.set(person.userId, person);
    const change = { userId: person.userId, mobile: null, name: person.name, changedAt: '2026-11-10T08:00:00.000Z' };
    await users.publish('auth.contact-changed.v1', person.userId, {
      ...change,
      email: 'new@example.com',
      username: 'newname',
    });
    await users.publish('auth.contact-changed.v1', person.userId, {
      ...change,
      email: 'older@example.com',
      username: 'older',
      changedAt: '2026-11-09T08:00:00.000Z',
    });
    await users.publish('auth.user-registered.v1', person.userId, registered(person));
    const marker = aPerson();
    await users.publish('auth.user-registered.v1', marker.userId, registered(marker));
    await waitFor(async () => (await users.as(marker.userId).get('/v1/users/me')).status === 200);
    await waitFor(async () => (await users.as(person.userId).get('/v1/users/me')).body.email === 'new@example.com');
    const me = await users.as(person.userId).get('/v1/users/me');
    expect([me.body.email, me.body.username]).toEqual(['new@example.com', 'newname']);
  });

  test("a person's own name survives a change of address, and a name changed in auth replaces it", async () => {
    const person = aPerson();
    users.fake.people.set(person.userId, person);
    const mine = users.as(person.userId);
    expect((await mine.patch('/v1/users/me', { name: 'Annabel' })).body.name).toBe('Annabel');
    const base = { userId: person.userId, mobile: null, username: person.username };
    const at = (minute: number) => `2026-11-10T08:0${minute}:00.000Z`;
    await users.publish('auth.contact-changed.v1', person.userId, {
      ...base,
      name: person.name,
      email: 'a@example.com',
      changedAt: at(1),
    });
    await waitFor(async () => (await mine.get('/v1/users/me')).body.email === 'a@example.com');
    expect((await mine.get('/v1/users/me')).body.name).toBe('Annabel');
    await users.publish('auth.contact-changed.v1', person.userId, {
      ...base,
      name: 'Anna Maria',
      email: 'a@example.com',
      changedAt: at(2),
    });
    await waitFor(async () => (await mine.get('/v1/users/me')).body.name === 'Anna Maria');
  });

  test('a change is told to others with the whole profile', async () => {
    const person = aPerson();
    users.fake.people.set(person.userId, person);
    const reply = await users.as(person.userId).patch('/v1/users/me', {
      timeZone: 'Indian/Maldives',
      locale: 'en-gb',
      preferences: {
        ...{ firstDayOfWeek: 7, firstDayOfTheMonth: 31, monthStartOnWeekend: 'before' },
        ...{ fortnightFrom: '2026-11-05', ownPeriodStarts: ['2026-01-05', '2026-04-07'] },
      },
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      timeZone: 'Indian/Maldives',
      locale: 'en-GB',
      preferences: {
        firstDayOfWeek: 7,
        firstDayOfTheMonth: 31,
        monthStartOnWeekend: 'before',
        firstMonthOfTheYear: 1,
        fortnightFrom: '2026-11-05',
        ownPeriodStarts: ['2026-01-05', '2026-04-07'],
        paymentRequestsFrom: 'everybody',
        friendRequestsFrom: 'everybody',
      },
    });
    const event = await waitFor(() =>
      users.seen.find((each) => each.type === 'users.profile-changed.v1' && each.aggregateId === person.userId),
    );
    expect(event.data).toEqual({
      userId: person.userId,
      name: person.name,
      username: person.username,
      timeZone: 'Indian/Maldives',
      locale: 'en-GB',
    });
  });

  test("details are their owner's alone: no event tells of them", async () => {
    const person = aPerson();
    users.fake.people.set(person.userId, person);
    const me = users.as(person.userId);
    const details = { givenName: 'Ann May', gender: 'female', title: 'Dr.', phone: '+971501234567' };
    await me.patch('/v1/users/me', { details: { ...details, title: '' } });
    expect((await me.patch('/v1/users/me', { details: { title: 'Dr.' } })).body).toMatchObject({ details });
    const { me: seen } = await users.client.getMe({ userId: person.userId });
    expect(seen?.details).toEqual(details);
    const told = users.seen.filter(({ aggregateId }) => aggregateId === person.userId);
    expect(JSON.stringify(told)).not.toContain('female');
  });

  test.each([
    [{}, ''],
    [{ details: { phone: '0501234567' } }, 'details.phone'],
    [{ details: { gender: 'x'.repeat(31) } }, 'details.gender'],
    [{ name: '  ' }, 'name'],
    [{ name: { $gt: '' } }, 'name'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '+02:00' }, 'timeZone'],
    [{ locale: 'not a tag' }, 'locale'],
    [{ preferences: { firstDayOfTheMonth: 32 } }, 'preferences.firstDayOfTheMonth'],
    [{ preferences: { monthStartOnWeekend: 'later' } }, 'preferences.monthStartOnWeekend'],
    [{ preferences: { fortnightFrom: '2026-02-30' } }, 'preferences.fortnightFrom'],
    [{ preferences: { ownPeriodStarts: ['2026-02-02', '2026-02-01'] } }, 'preferences.ownPeriodStarts'],
    [{ username: 'x' }, 'username'],
  ])('a change to %j is refused naming the field', async (body, path) => {
    const person = aPerson();
    users.fake.people.set(person.userId, person);
    const reply = await users.as(person.userId).patch('/v1/users/me', body);
    expect([reply.status, reply.body.errors[0].path]).toEqual([400, path]);
  });

  test('searching has a limit for each person, which nobody else meets', async () => {
    const [ann, bob] = [newId(), newId()];
    const search = async (userId: string) => (await users.as(userId).get('/v1/users?query=zz')).status;
    const first = await Promise.all(Array.from({ length: 40 }, () => search(ann)));
    expect(first.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(first.filter((status) => status !== 200 && status !== 429)).toEqual([]);
    expect(await search(bob)).toBe(200);
    for (let time = 0; time < 120; time += 1) await search(ann);
    expect([await search(ann), await search(bob)]).toEqual([429, 200]);
    users.clock.advance(60_000);
    expect(await search(ann)).toBe(200);
  });

  test('others see name and username only, and search finds by prefix without case or accents', async () => {
    const ann = aPerson();
    const zoe = aPerson({ name: 'Zoë Ødegård Šimić', username: `zo_${newId().slice(-6)}` });
    for (const person of [ann, zoe]) users.fake.people.set(person.userId, person);
    const seen = await users.as(ann.userId).get(`/v1/users/${zoe.userId}`);
    expect(seen.body).toEqual({
      id: zoe.userId,
      name: zoe.name,
      username: zoe.username,
      hasPicture: false,
      relation: 'none',
    });
    for (const query of ['odeg', 'ZOE sim', 'ödegård', zoe.username ?? '']) {
      const found = await users.as(ann.userId).get(`/v1/users?query=${encodeURIComponent(query)}`);
      expect(found.body.data.map((each: { id: string }) => each.id)).toContain(zoe.userId);
    }
    for (const query of ['degard', '.*', 'zoe ann']) {
      const found = await users.as(ann.userId).get(`/v1/users?query=${encodeURIComponent(query)}`);
      expect(found.body.data).toEqual([]);
    }
  });

  test('a terminated person is gone for others, and a late registration brings nothing back', async () => {
    const [ann, bob] = [aPerson(), aPerson({ name: 'Bob Builder' })];
    for (const person of [ann, bob]) users.fake.people.set(person.userId, person);
    expect((await users.as(ann.userId).get(`/v1/users/${bob.userId}`)).status).toBe(200);
    await users.publish('auth.user-terminated.v1', bob.userId, {
      userId: bob.userId,
      terminatedAt: new Date().toISOString(),
    });
    await waitFor(async () => (await users.as(ann.userId).get(`/v1/users/${bob.userId}`)).status === 404);
    await users.publish('auth.user-registered.v1', bob.userId, registered(bob));
    const marker = aPerson();
    await users.publish('auth.user-registered.v1', marker.userId, registered(marker));
    await waitFor(async () => (await users.as(marker.userId).get('/v1/users/me')).status === 200);
    expect((await users.as(ann.userId).get(`/v1/users/${bob.userId}`)).status).toBe(404);
    expect((await users.client.getProfiles({ userIds: [ann.userId, bob.userId, newId()] })).profiles).toEqual([
      expect.objectContaining({ userId: ann.userId, name: ann.name }),
    ]);
  });

  test('without an identity every route answers 401', async () => {
    expect((await users.anonymous.get('/v1/users/me')).status).toBe(401);
    expect((await users.anonymous.post('/v1/friend-requests', { userId: newId() })).status).toBe(401);
  });
});
