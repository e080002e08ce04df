import { readConfig } from './config.ts';

const POSTGRES_URL = 'postgres://postgres@127.0.0.1:5432/florin';
const INTERNAL_SECRET = 'a secret of at least thirty-two characters';

test.each([
  ['on loopback, for development', {}, true],
  ['on loopback, when told not to', { NOTE_INTO_MAIN_WALLETS: 'false' }, false],
  ['where other machines reach it', { GRPC_HOST: '0.0.0.0' }, false],
])('money may be noted into main wallets %s: %j is %s', (_where, environment, expected) => {
  const config = readConfig({ POSTGRES_URL, INTERNAL_SECRET, ...environment });
  expect(config.NOTE_INTO_MAIN_WALLETS).toBe(expected);
});

test.each([{ HTTP_HOST: '0.0.0.0' }, { GRPC_HOST: '10.0.0.7' }])(
  'a service that other machines reach (%j) refuses to note money into main wallets',
  (host) => {
    const environment = { POSTGRES_URL, INTERNAL_SECRET, NOTE_INTO_MAIN_WALLETS: 'true', ...host };
    expect(() => readConfig(environment)).toThrow('NOTE_INTO_MAIN_WALLETS');
  },
);
