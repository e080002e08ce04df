import { readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash, createHmac } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { newId } from '@florin/service-kit';
import { createTestClock, waitFor } from '@florin/testing';
import { categoryOf, startFinance, walletOf, type Finance, type Person } from './harness.ts';

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5_000, 7)]);
const PDF = Buffer.from('%PDF-1.7 a receipt');

/** A store that speaks as much of S3 as is needed, and checks signatures as Amazon tells it. */
function createFakeStore() {
  const objects = new Map<string, Buffer>();
  const state = { down: false };
  const expected = (request: IncomingMessage) => {
    const header = (name: string) => String(request.headers[name]);
    const [day = ''] = header('x-amz-date').split('T');
    const scope = `${day}/us-east-1/s3/aws4_request`;
    const signed = ['host', 'x-amz-content-sha256', 'x-amz-date'];
    const canonical = `${request.method}\n${request.url}\n\n${signed.map((name) => `${name}:${header(name)}\n`).join('')}\n${signed.join(';')}\n${header('x-amz-content-sha256')}`;
    const hash = createHash('sha256').update(canonical).digest('hex');
    let key: string | Buffer = 'AWS4secret';
    for (const part of scope.split('/')) key = createHmac('sha256', key).update(part).digest();
    const text = `AWS4-HMAC-SHA256\n${header('x-amz-date')}\n${scope}\n${hash}`;
    const signature = createHmac('sha256', key).update(text).digest('hex');
    return `AWS4-HMAC-SHA256 Credential=access/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
  };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = request.url ?? '';
      if (state.down) return response.writeHead(500).end();
      if (request.headers.authorization !== expected(request)) return response.writeHead(403).end();
      if (request.method === 'PUT') {
        if (Number(request.headers['content-length']) !== body.length) return response.writeHead(411).end();
        objects.set(path, body);
        return response.end();
      }
      if (request.method === 'DELETE') {
        objects.delete(path);
        return response.writeHead(204).end();
      }
      const found = objects.get(path);
      return found ? response.end(found) : response.writeHead(404).end();
    });
  });
  return { objects, state, server };
}

const clock = createTestClock(new Date('2026-11-30T12:00:00Z'));
const bucket = createFakeStore();
let folder: Finance;
let inBucket: Finance;
beforeAll(async () => {
  await new Promise<void>((resolve) => bucket.server.listen(0, '127.0.0.1', resolve));
  const { port } = bucket.server.address() as AddressInfo;
  const S3_ENDPOINT = `http://127.0.0.1:${port}`;
  const s3 = { S3_ENDPOINT, S3_BUCKET: 'receipts', S3_ACCESS_KEY: 'access', S3_SECRET_KEY: 'secret' };
  const environment = { ATTACHMENT_BYTES_PER_PERSON: '20000' };
  folder = await startFinance({ clock: clock.now, environment });
  inBucket = await startFinance({ clock: clock.now, environment: { ...environment, ...s3 } });
});
afterAll(async () => {
  await Promise.all([folder.stop(), inBucket.stop()]);
  bucket.server.close();
});

const stored = {
  folder: async () => (await readdir(folder.attachments, { recursive: true })).filter((path) => path.length > 30),
  bucket: () => Promise.resolve([...bucket.objects.keys()]),
};

async function withRow(finance: Finance) {
  const ada = finance.as();
  const { id: walletId } = await walletOf(ada, { balance: 100 });
  const body = { walletId, categoryId: await categoryOf(ada), amount: 5 };
  const { id } = (await ada.post('/v1/transactions', body)).body;
  return { ada, row: `/v1/transactions/${id}`, id, path: `/v1/transactions/${id}/attachments` };
}

const attach = (person: Person, path: string, file: Buffer | string, headers: Record<string, string> = {}) =>
  person.post(path, undefined, {
    rawBody: file,
    headers: { 'content-type': 'image/png', 'content-disposition': `attachment; filename="tea.png"`, ...headers },
  } as never);

describe.each([
  ['folder', () => folder],
  ['bucket', () => inBucket],
] as const)('in a %s', (where, of) => {
  test('a file is told by what stands in it, comes back as it was, and goes with its bytes', async () => {
    const { ada, path } = await withRow(of());
    const before = (await stored[where]()).length;
    const name = { 'content-disposition': `attachment; filename*=UTF-8''caf%C3%A9.html` };
    const made = await attach(ada, path, PDF, { ...name, 'content-type': 'text/html' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'café.html', type: 'application/pdf', bytes: PDF.length });
    expect((await ada.get(path)).body.data).toEqual([made.body]);
    const got = await ada.get(`${path}/${made.body.id}`);
    expect([got.headers.get('content-type'), got.headers.get('x-content-type-options')]).toEqual([
      'application/pdf',
      'nosniff',
    ]);
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''caf%C3%A9.html`);
    expect(got.text).toBe(PDF.toString());
    expect(await stored[where]()).toHaveLength(before + 1);
    expect((await ada.delete(`${path}/${made.body.id}`)).status).toBe(204);
    expect((await ada.get(`${path}/${made.body.id}`)).status).toBe(404);
    await waitFor(async () => (await stored[where]()).length === before);
  });

  test('those of a deleted row come back with it, and go for good when it can’t come back', async () => {
    const { ada, row, id, path } = await withRow(of());
    const before = (await stored[where]()).length;
    const made = await attach(ada, path, PNG);
    const bulk = await ada.post('/v1/transactions/bulk', { ids: [id], delete: true });
    expect((await ada.get(`${path}/${made.body.id}`)).status).toBe(404);
    await ada.post(`/v1/transactions/bulk/${bulk.body.id}/undo`, {});
    expect((await ada.get(path)).body.data).toEqual([made.body]);
    clock.advance(20 * 60_000);
    await ada.delete(row);
    expect(await stored[where]()).toHaveLength(before + 1);
    clock.advance(20 * 60_000);
    await waitFor(async () => (await stored[where]()).length === before);
  });
});

test('a repeat with its key gives the first one, and another file under it is refused', async () => {
  const { ada, path } = await withRow(folder);
  const key = { 'idempotency-key': newId() };
  const first = await attach(ada, path, PNG, key);
  const again = await attach(ada, path, PNG, key);
  expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([201, 'true', first.body]);
  expect((await attach(ada, path, PDF, key)).body.code).toBe('IDEMPOTENCY_MISMATCH');
  expect((await ada.get(path)).body.data).toHaveLength(1);
});

test.each([
  ['a page', Buffer.from('<html><script>alert(1)</script>'), 400],
  ['nothing', Buffer.alloc(0), 400],
  ['more than 10 MiB', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 413],
])('%s is refused', async (_what, file, status) => {
  const { ada, path } = await withRow(folder);
  expect((await attach(ada, path, file)).status).toBe(status);
  expect((await ada.get(path)).body.data).toEqual([]);
});

test('a row takes ten and a person as many bytes as the operator says', async () => {
  const { ada, path } = await withRow(folder);
  const replies = await Promise.all(Array.from({ length: 12 }, () => attach(ada, path, PDF)));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(10);
  const other = await withRow(folder);
  for (let count = 0; count < 3; count += 1) expect((await attach(other.ada, other.path, PNG)).status).toBe(201);
  expect((await attach(other.ada, other.path, PNG)).body.code).toBe('LIMIT_EXCEEDED');
});

test('another person finds none of it', async () => {
  const { ada, path } = await withRow(folder);
  const { id } = (await attach(ada, path, PNG)).body;
  const eve = folder.as();
  const statuses = await Promise.all([
    eve.get(path),
    eve.get(`${path}/${id}`),
    eve.delete(`${path}/${id}`),
    attach(eve, path, PNG),
  ]);
  expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const { path: elsewhere } = await withRow(folder);
  expect((await ada.get(`${elsewhere}/${id}`)).status).toBe(404);
});

test('a store that is away answers 503, and nothing is attached', async () => {
  const { ada, path } = await withRow(inBucket);
  bucket.state.down = true;
  const refused = await attach(ada, path, PNG);
  bucket.state.down = false;
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
  expect((await ada.get(path)).body.data).toEqual([]);
});
