import { createPublicKey, type JsonWebKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newId } from '@florin/service-kit';
import { connectPostgres, type Postgres } from '@florin/service-kit/postgres';
import { TEST_SECRET, createTestClock, createTestDatabase, type TestDatabase } from '@florin/testing';
import { template } from '../../test/support/template.ts';
import { createSecrets } from './crypto/secrets.ts';
import { createSigningKeys } from './signing-keys.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let postgres: Postgres;
beforeEach(async () => {
  database = await createTestDatabase(template);
  postgres = connectPostgres({ url: database.url, schema: 'auth' });
});
afterEach(async () => {
  await postgres.close();
  await database.drop();
});

const claims = { sub: newId(), sid: newId(), amr: ['pwd'], auth_time: 0, roles: ['user'], email_verified: true };
const kidOf = (token: string) => jwt.decode(token, { complete: true })?.header.kid;

function open(clock = createTestClock(), secret = TEST_SECRET) {
  const secrets = createSecrets(secret);
  const keys = createSigningKeys({
    knex: postgres.knex,
    secrets,
    clock: clock.now,
    config: { PUBLIC_URL: 'iss', KEY_ROTATION_DAYS: 90 },
  });
  return { clock, keys };
}

test('several processes that start at once make one key, and each verifies what the others sign', async () => {
  const processes = Array.from({ length: 4 }, () => open());
  await Promise.all(processes.map(({ keys }) => keys.rotate()));
  expect(await postgres.knex('signing_keys')).toHaveLength(1);
  const kids = await Promise.all(processes.map(async ({ keys }) => kidOf(await keys.sign(claims, 60))));
  expect(new Set(kids).size).toBe(1);
});

test('the next key is published a day before it signs, and the old one stays as long as its tokens may live', async () => {
  const { clock, keys } = open();
  await keys.rotate();
  const first = kidOf(await keys.sign(claims, 60));
  clock.advance(89 * DAY_MS + 1000);
  await keys.rotate();
  expect((await keys.jwks()).keys).toHaveLength(2);
  expect(kidOf(await keys.sign(claims, 60))).toBe(first);
  const old = await keys.sign(claims, 365 * 86_400);
  clock.advance(DAY_MS);
  const second = kidOf(await keys.sign(claims, 60));
  expect(second).not.toBe(first);
  await keys.rotate();
  const row = await postgres.knex('signing_keys').where({ kid: first }).first<{ private_sealed: string | null }>();
  expect(row.private_sealed).toBeNull();
  const jwk = (await keys.jwks()).keys.find((key) => key['kid'] === first) as JsonWebKey;
  const verify = () => jwt.verify(old, createPublicKey({ key: jwk, format: 'jwk' }), { ignoreExpiration: true });
  expect(verify()).toMatchObject({ sub: claims.sub });
  clock.advance(367 * DAY_MS);
  await keys.rotate();
  expect((await keys.jwks()).keys.map((key) => key['kid'])).not.toContain(first);
});

test('a key can not be opened without the secret it was sealed with', async () => {
  await open().keys.rotate();
  const { keys } = open(createTestClock(), 'another-secret-of-at-least-32-characters');
  await expect(keys.sign(claims, 60)).rejects.toThrow();
});
