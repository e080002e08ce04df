import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buses, startFlorin, type Florin } from './florin.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
let florin: Florin;

beforeAll(async () => {
  florin = await startFlorin(buses()[0]!);
}, 90_000);
afterAll(() => florin.stop());

const demo = (url: string) =>
  run(process.execPath, ['stack/src/demo/main.ts'], { cwd: ROOT, env: { ...process.env, FLORIN_URL: url } });

test('npm run demo makes two friends whose printed sign-ins work and whose months are there', async () => {
  const { stdout } = await demo(florin.url);
  const [, identifier, password] = /Ada Fern +(\S+) +(\S+)/.exec(stdout) ?? [];
  const login = await florin.http.post('/v1/auth/login', { identifier, password });
  expect(login.status).toBe(200);
  const get = async (path: string) => (await florin.http.get(path, { token: login.body.accessToken as string })).body;
  expect((await get('/v1/friends')).data).toMatchObject([{ name: 'Ben Oak' }]);
  expect((await get('/v1/transactions?limit=100')).data.length).toBeGreaterThan(10);
  expect((await get('/v1/budgets')).data).toHaveLength(1);
  expect((await get('/v1/payment-requests')).data).toMatchObject([{ amount: 1800, status: 'pending' }]);
  expect(stdout.match(/curl /g)).toHaveLength(3);
}, 60_000);

test('npm run demo without a running Florin says what to do', async () => {
  await expect(demo('http://127.0.0.1:9')).rejects.toMatchObject({
    stderr: expect.stringMatching(/run npm start first/),
  });
});
