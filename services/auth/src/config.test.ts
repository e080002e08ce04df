import { readConfig } from './config.ts';

const given = { POSTGRES_URL: 'postgres://localhost/auth' };

test('a store is all that is needed on this machine', () => {
  const config = readConfig(given);
  expect(config).toMatchObject({ HTTP_PORT: 4001, GRPC_PORT: 5001, BCRYPT_COST: 10, DEPLOYMENT: 'production' });
  expect(config.TRUSTED_PROXIES).toEqual(['loopback']);
});

test('every fault is named at once', () => {
  expect(() => readConfig({ BCRYPT_COST: '3', PASSWORD_PEPPERS: 'short', PUBLIC_URL: 'ftp://x' })).toThrow(
    /(?=[^]*POSTGRES_URL)(?=[^]*BCRYPT_COST)(?=[^]*PASSWORD_PEPPERS)(?=[^]*PUBLIC_URL)/,
  );
});

test('several peppers are read, the first is the one in use', () => {
  const { PASSWORD_PEPPERS } = readConfig({ ...given, PASSWORD_PEPPERS: `b:${'k'.repeat(32)}, a:${'j'.repeat(40)}` });
  expect(PASSWORD_PEPPERS.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('cheap hashes are refused for a public deployment', () => {
  const open = { ...given, PUBLIC_URL: 'https://florin.example', BCRYPT_COST: '8' };
  expect(() => readConfig(open)).toThrow(/BCRYPT_COST/);
  expect(readConfig({ ...open, DEPLOYMENT: 'development' }).BCRYPT_COST).toBe(8);
});
