import { randomUUID } from 'node:crypto';
import { waitFor } from '@florin/testing';
import { buses, startFlorin, type Florin } from '../../../../tests/e2e/florin.ts';
import { befriend, shown, signUp, type SpotMePerson } from '../../../../tests/e2e/spotme.ts';

const INVALID = { message: 'Invalid input! Please provide a proper input and try again' };

let florin: Florin;
let ada: SpotMePerson;
beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
  ada = await signUp(florin, 'Ada Fern');
}, 90_000);
afterAll(() => florin.stop());

describe('/auth/search-query', () => {
  const message = 'Successfully retrieved all users with the query';
  test('finds people, by GET and POST, without picture, balance or the e-mail of strangers', async () => {
    const hana = await signUp(florin, 'Hana Íbis');
    const { id, name, username, email } = hana.user;
    const stranger = { id, name, username };
    const query = username;
    await waitFor(async () => (await ada.get(`/auth/search-query?query=${query}`)).body.users.length === 1);
    expect(await shown(ada.get(`/auth/search-query/?query=${query}`))).toEqual([200, { message, users: [stranger] }]);
    expect(await shown(ada.post('/auth/search-query', { query: `IBIS ${username.slice(0, 9)}` }))).toEqual([
      200,
      { message, users: [stranger] },
    ]);
    expect((await hana.post('/auth/search-query', { query: username })).body.users).toEqual([{ ...stranger, email }]);
    await befriend(ada, hana);
    expect((await ada.post('/auth/search-query', { query: username })).body.users).toEqual([{ ...stranger, email }]);
  });

  test('no query is refused, and a regular expression is only text', async () => {
    expect(await shown(ada.get('/auth/search-query'))).toEqual([400, INVALID]);
    expect(await shown(ada.post('/auth/search-query', { query: ' ' }))).toEqual([400, INVALID]);
    expect(await shown(ada.post('/auth/search-query', { query: '.*' }))).toEqual([200, { message, users: [] }]);
  });
});

describe('friends', () => {
  const status = async (one: SpotMePerson, other: string) => {
    const reply = await shown(one.get(`/auth/is-friend?rID=${other}`));
    expect(await shown(one.post('/auth/is-friend/', { rID: other }))).toEqual(reply);
    expect(reply).toEqual([200, { message: 'Sucessfully determined friend status', status: expect.any(Number) }]);
    return (reply[1] as { status: number }).status;
  };
  const FOUND = 'Successfully found all the friends of the user';

  test('a request is asked for, seen from both sides, and accepted by the other alone', async () => {
    const [ina, jon] = [await signUp(florin, 'Ina Jay'), await signUp(florin, 'Jon Kiwi')];
    const both = async () => [await status(ina, jon.user.id), await status(jon, ina.user.id)];
    const handle = (person: SpotMePerson, other: SpotMePerson, acceptedRequest: unknown) =>
      shown(person.post('/auth/handle-friend-request', { recipientID: other.user.id, acceptedRequest }));
    expect(await both()).toEqual([0, 0]);
    const add = () => shown(ina.post('/auth/add-friend', { recipientID: jon.user.id }));
    expect(await add()).toEqual([200, { message: 'Successfully sent friend request!', user: ina.user }]);
    expect(await both()).toEqual([1, 2]);
    expect(await add()).toEqual([400, { message: 'You have asked already' }]);
    expect(await handle(ina, jon, 'true')).toEqual([400, { message: 'This user has not sent you a friend request' }]);
    expect(await handle(jon, ina, 'false')).toEqual([
      200,
      { message: 'Successfully handled friend request', user: jon.user },
    ]);
    expect(await both()).toEqual([0, 0]);
    // a decline holds for a day; who declined may ask
    expect(await add()).toEqual([429, { message: 'to: has declined; ask again later' }]);
    expect((await jon.post('/auth/add-friend', { recipientID: ina.user.id })).status).toBe(200);
    expect((await handle(ina, jon, 'true'))[0]).toBe(200);
    expect(await both()).toEqual([3, 3]);
    expect(await add()).toEqual([400, { message: 'You are friends already' }]);
    expect(await both()).toEqual([3, 3]);
  });

  test('anything but "true" withdraws one\'s own request and ends a friendship', async () => {
    const [uma, vic] = [await signUp(florin, 'Uma Wren'), await signUp(florin, 'Vic Xerus')];
    const decline = () =>
      uma.post('/auth/handle-friend-request', { recipientID: vic.user.id, acceptedRequest: 'false' });
    await uma.post('/auth/add-friend', { recipientID: vic.user.id });
    expect((await decline()).status).toBe(200);
    expect([await status(uma, vic.user.id), await status(vic, uma.user.id)]).toEqual([0, 0]);
    await befriend(uma, vic);
    expect((await decline()).status).toBe(200);
    expect([await status(uma, vic.user.id), await status(vic, uma.user.id)]).toEqual([0, 0]);
  });

  test('the list has e-mail and balance of one’s own friends, and names alone of another’s', async () => {
    const [kim, lou] = [await signUp(florin, 'Kim Lark'), await signUp(florin, 'Lou Myna')];
    await befriend(kim, lou);
    await lou.post('/transaction/add-balance', { amount: 12.5 });
    const { id, name, username, email } = lou.user;
    const own = [{ id, name, username, email, balance: 12.5 }];
    expect(await shown(kim.get('/auth/all-friends'))).toEqual([200, { message: FOUND, friends: own }]);
    expect(await shown(kim.get(`/auth/all-friends/?id=${kim.user.id}`))).toEqual([
      200,
      { message: FOUND, friends: own },
    ]);
    expect(await shown(ada.get(`/auth/all-friends?id=${kim.user.id}`))).toEqual([
      200,
      { message: FOUND, friends: [{ id, name, username }] },
    ]);
    for (const nobody of [randomUUID(), '507f1f77bcf86cd799439011']) {
      expect(await shown(ada.get(`/auth/all-friends?id=${nobody}`))).toEqual([200, { message: FOUND, friends: [] }]);
    }
  });

  test('an unknown user is no friend and can not be asked; nor can oneself', async () => {
    for (const nobody of ['', randomUUID(), '507f1f77bcf86cd799439011', ada.user.id]) {
      expect(await status(ada, nobody)).toBe(0);
      const [code, body] = await shown(ada.post('/auth/add-friend', { recipientID: nobody }));
      expect([code, body]).toEqual([400, { message: expect.any(String) }]);
    }
  });
});
