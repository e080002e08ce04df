import { brotliDecompressSync } from 'node:zlib';
import { request as send } from 'node:http';
import { waitFor } from '@florin/testing';
import { createHarness, type Harness } from './harness.ts';

const UNDER_WAY = 192;
const WALLETS = '/v1/wallets?limit=5';
const ROWS = JSON.stringify({ data: Array.from({ length: 200 }, (_, at) => ({ id: at })) });

let harness: Harness;
/** replies that the service has yet to give */
const held: (() => void)[] = [];
let asked: string[] = [];

beforeAll(async () => {
  harness = await createHarness({ RATE_LIMIT_USER_PER_MINUTE: '100000' });
  await harness.ready();
  harness.upstream.handler = (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    held.push(() => {
      response.setHeader('Content-Type', 'application/json').setHeader('ETag', 'W/"7"');
      response.setHeader('Content-Length', Buffer.byteLength(ROWS)).end(ROWS);
    });
  };
});
afterAll(() => harness.stop());

const answerAll = (): void => {
  for (const answer of held.splice(0)) answer();
};

interface Got {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

function ask(path: string, token: string, more: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    send(`${harness.url}${path}`, { headers: { authorization: `Bearer ${token}`, ...more } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const body = (reply.headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes).toString();
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('while a service is busy, the same read of a person is asked once and each gets the whole reply', async () => {
  const token = harness.token();
  const crowd = Array.from({ length: UNDER_WAY }, (_, at) => ask(`/v1/budgets?n=${at}`, token));
  await waitFor(() => held.length === UNDER_WAY, { what: 'a busy service' });
  asked = [];
  const together = Array.from({ length: 5 }, (_, at) => ask(WALLETS, token, { 'x-request-id': `together-${at}` }));
  const small = ask(WALLETS, token, { 'accept-encoding': 'br' });
  const other = ask(WALLETS, harness.token({ sub: '019a8d2e-6b1f-7c3a-9d4e-5f60718293aa' }));
  // all but the held ones wait at the gateway: none of them may come before the crowd is answered
  for (let turn = 0; turn < 5; turn += 1) await ask('/healthz', token);
  answerAll();
  await Promise.all(crowd);
  await waitFor(() => held.length === 3, { what: 'the reads that waited' });
  answerAll();
  for (const [at, { status, headers, body }] of (await Promise.all(together)).entries()) {
    expect({ status, body }).toEqual({ status: 200, body: ROWS });
    expect(headers).toMatchObject({ 'x-request-id': `together-${at}`, etag: 'W/"7"' });
  }
  expect((await small).headers['content-encoding']).toBe('br');
  expect((await small).body).toBe(ROWS);
  expect((await other).body).toBe(ROWS);
  expect(asked).toEqual(Array<string>(3).fill(`GET ${WALLETS}`));
});
