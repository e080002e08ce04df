import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { loadConfig, processEnv } from './config.ts';

const SECRET = 'a-secret-for-tests-of-at-least-32-characters';

describe('loadConfig', () => {
  const shape = { ...processEnv({ httpPort: 4001, grpcPort: 5001 }), POSTGRES_URL: z.url() };

  test('names every faulty variable', () => {
    const load = () => loadConfig(shape, { HTTP_PORT: 'x', LOG_LEVEL: '' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/HTTP_PORT[^]*POSTGRES_URL/);
  });

  test('a password given apart may hold any character', () => {
    const password = 'a/b@c:d%2Fe?#é';
    const given = { POSTGRES_URL: 'postgres://florin@db:5432/x', POSTGRES_PASSWORD: password };
    const url = new URL(loadConfig(shape, given).POSTGRES_URL);
    expect(decodeURIComponent(url.password)).toBe(password);
    expect([url.username, url.host, url.pathname]).toEqual(['florin', 'db:5432', '/x']);
    const both = { ...given, POSTGRES_URL: 'postgres://florin:own@db/x' };
    expect(loadConfig(shape, both).POSTGRES_URL).toBe(both.POSTGRES_URL);
  });

  test('refuses the development secret beyond this machine', () => {
    const given = { POSTGRES_URL: 'postgres://x/y', HTTP_HOST: '0.0.0.0' };
    expect(() => loadConfig(shape, given)).toThrow(/INTERNAL_SECRET/);
    expect(() => loadConfig(shape, { ...given, FLORIN_BIND: '0.0.0.0' })).toThrow(/INTERNAL_SECRET/);
    expect(loadConfig(shape, { ...given, FLORIN_BIND: '127.0.0.1' }).HTTP_HOST).toBe('0.0.0.0');
    expect(loadConfig(shape, { ...given, INTERNAL_SECRET: SECRET }).HTTP_HOST).toBe('0.0.0.0');
  });
});
