import { randomUUID } from 'node:crypto';
import { waitFor } from '@florin/testing';
import { oneBus, startFlorin, type Florin } from './florin.ts';
import { codeFor, join } from './people.ts';
import { PASSWORD, PNG, befriend, newcomer, signUp, withToken, type SpotMePerson } from './spotme.ts';

describe.each(oneBus())("a SpotMe client's day, over %s", (bus) => {
  let florin: Florin;
  let ada: SpotMePerson;
  let ben: SpotMePerson;
  beforeAll(async () => {
    florin = await startFlorin(bus);
  }, 90_000);
  afterAll(() => florin.stop());

  const balance = async (person: SpotMePerson) => (await person.get('/auth/profile-pic')).body.user.balance as number;

  test('Ada signs up, trips over a taken address and a typo, and is in', async () => {
    ben = await signUp(florin, 'Ben Oak');
    const wanted = newcomer('Ada Fern');
    const tries = [
      { ...wanted, email: ben.user.email },
      { ...wanted, username: ben.user.username },
      { ...wanted, confirmPassword: 'tpyo1234' },
    ];
    const refused = await Promise.all(tries.map((fields) => florin.http.post('/auth/signup', fields)));
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 400]);
    const { status, body } = await florin.http.post('/auth/signup', wanted);
    expect(status).toBe(200);
    ada = { ...body, ...withToken(florin, body.token as string) } as SpotMePerson;
    expect(await balance(ada)).toBe(0);
  });

  test('she forgets her password once, then logs in, and both tokens work', async () => {
    const login = (password: string) => florin.http.post('/auth/login', { email: ada.user.email, password });
    expect((await login('not-her-password')).status).toBe(401);
    const { status, body } = await login(PASSWORD);
    expect(status).toBe(200);
    const again = withToken(florin, body.token as string);
    expect((await again.get('/auth/profile-pic')).status).toBe(200);
    expect((await ada.get('/auth/profile-pic')).status).toBe(200);
  });

  test('she finds Ben, asks him, can not answer for him, and he accepts', async () => {
    const found = await waitFor(async () => {
      const { body } = await ada.get(`/auth/search-query?query=${ben.user.username}`);
      return (body.users as { id: string }[])[0];
    });
    expect(found.id).toBe(ben.user.id);
    expect((await ada.post('/auth/add-friend', { recipientID: found.id })).status).toBe(200);
    const self = await ada.post('/auth/handle-friend-request', { recipientID: found.id, acceptedRequest: 'true' });
    expect(self.status).toBe(400);
    await ben.post('/auth/handle-friend-request', { recipientID: ada.user.id, acceptedRequest: 'true' });
    expect((await ada.get(`/auth/is-friend?rID=${ben.user.id}`)).body.status).toBe(3);
  });

  test('without money nothing goes out; with it, an impatient double tap pays once', async () => {
    const send = (amount: unknown) =>
      ada.post('/transaction/send', { recipientID: ben.user.id, message: 'Concert', amount });
    expect((await send(30)).body).toEqual({ message: 'Insufficient balance to complete request' });
    expect((await ada.post('/transaction/add-balance', { amount: '100' })).body.user.balance).toBe(100);
    const taps = await Promise.all([send(30), send(30), send('30')]);
    expect(taps.map(({ body }) => body.user.balance as number)).toEqual([70, 70, 70]);
    expect([await balance(ada), await balance(ben)]).toEqual([70, 30]);
    const { body } = await ben.get('/transaction/user-transactions');
    expect(body.transactions).toMatchObject([
      { amount: 30, message: 'Concert', userIsSender: false, sender: { id: ada.user.id }, recipient: { balance: 30 } },
    ]);
  });

  test('the payment is a transaction in the money diary and a notice in the inbox, for both APIs see one Florin', async () => {
    const headers = { authorization: ben.token };
    await waitFor(async () =>
      ((await florin.http.get('/v1/transactions', { headers })).body.data as { amount: number }[]).some(
        (row) => row.amount === 3_000,
      ),
    );
    await waitFor(async () =>
      ((await florin.http.get('/v1/notifications', { headers })).body.data as { body: string }[]).some((each) =>
        each.body.includes('30.00'),
      ),
    );
  });

  test('a friend made in /v1 is a friend here, sees what is for friends, and strangers do not', async () => {
    const cleo = await join(florin, 'Cleo Ash');
    const asked = await cleo.post('/v1/friend-requests', { userId: ben.user.id });
    expect((await ben.get(`/auth/is-friend?rID=${cleo.id}`)).body.status).toBe(2);
    const accepted = await florin.http.post(`/v1/friend-requests/${asked.body.id}/accept`, undefined, {
      headers: { authorization: ben.token },
    });
    expect(accepted.status).toBe(200);
    const seen = await cleo.get('/transaction/all-transactions');
    expect(seen.body.transactions).toMatchObject([{ message: 'Concert', userIsSender: false }]);
    expect(seen.body.transactions[0].sender).toEqual({
      id: ada.user.id,
      name: ada.user.name,
      username: ada.user.username,
    });
    const dora = await signUp(florin, 'Dora Elm');
    expect((await dora.get('/transaction/all-transactions')).body.transactions).toEqual([]);
    await befriend(dora, ada);
    expect((await dora.get('/transaction/all-transactions')).body.transactions).toHaveLength(1);
  });

  test('she sets a picture and another name, which the others see', async () => {
    const { body } = await ada.post('/auth/update-profile-pic', { profileData64: PNG });
    expect((body.user.img as string).length).toBeGreaterThan(20);
    expect((await ada.post('/auth/change-account', { updateType: 'name', updatedField: 'Ada L' })).status).toBe(200);
    await waitFor(async () =>
      (await ben.get('/auth/all-friends')).body.friends.some((one: { name: string }) => one.name === 'Ada L'),
    );
  });

  test('the address is proven by the mailed code, not by a wrong one, and opens the other APIs', async () => {
    const { email } = ada.user;
    const login = () => florin.http.post('/v1/auth/login', { identifier: email, password: PASSWORD });
    expect((await login()).body.code).toBe('EMAIL_NOT_VERIFIED');
    const code = await codeFor(florin, email);
    // in her session, which a first proof made outside would end
    const verify = (typed: string) => ada.post('/v1/auth/verify-email', { email, code: typed });
    expect((await verify(code === '111111' ? '222222' : '111111')).body.code).toBe('CODE_INVALID');
    expect((await verify(code)).status).toBe(200);
    expect((await login()).status).toBe(200);
  });

  test('a changed password ends the other sessions, a logout the last, and the old password is worth nothing', async () => {
    const change = { currentPassword: PASSWORD, newPassword: 'P@$$w0rd', confirmPassword: 'P@$$w0rd' };
    const { body } = await ada.post('/auth/change-password', change);
    const fresh = withToken(florin, body.token as string);
    const ended = (person: Pick<SpotMePerson, 'get'>) =>
      waitFor(async () => (await person.get('/auth/profile-pic')).status === 401, {
        timeoutMs: 5_000,
        what: 'the end',
      });
    await ended(ada);
    expect((await fresh.get('/auth/profile-pic')).status).toBe(200);
    const old = await florin.http.post('/auth/login', { email: ada.user.email, password: PASSWORD });
    expect(old.status).toBe(401);
    expect((await fresh.post('/v1/auth/logout')).status).toBe(204);
    await ended(fresh);
    const recipientID = randomUUID();
    expect((await fresh.post('/transaction/send', { recipientID, message: 'x', amount: 1 })).body).toEqual({
      message: 'Unauthorized',
    });
  });
});
