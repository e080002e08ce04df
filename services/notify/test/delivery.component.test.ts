import { waitFor } from '@florin/testing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@florin/service-kit';
import { createHarness } from './harness.ts';
import { aTransfer, aUser } from './support/builders.ts';

/** An SMS provider that fails until told. */
async function aProvider() {
  const texts: string[] = [];
  let status = 503;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      texts.push(body);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    texts,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (value: number) => {
      status = value;
    },
    stop: () => server.close(),
  };
}

describe('delivery', () => {
  let provider: Awaited<ReturnType<typeof aProvider>>;
  let notify: Awaited<ReturnType<typeof createHarness>>;

  beforeEach(async () => {
    provider = await aProvider();
    notify = await createHarness({ SMS_WEBHOOK_URL: provider.url });
  });
  afterEach(async () => {
    await notify.stop();
    provider.stop();
  });

  const sms = { code: '424242', channel: 'sms' as const, to: '+9607771234' };

  test('a provider that fails is tried again after a wait, and the message is sent once it works', async () => {
    await notify.publishCode(sms);
    await waitFor(() => notify.log().includes('message not sent'));
    expect(provider.texts).toHaveLength(1);
    provider.answer(200);
    notify.clock.advance(2_000);
    await waitFor(() => provider.texts.length === 2);
    await waitFor(() => notify.log().includes('message sent'));
    notify.clock.advance(3_600_000);
    await notify.publishCode({ ...sms, to: '+9607779999' });
    await waitFor(() => provider.texts.some((each) => each.includes('9999')));
    expect(provider.texts.filter((each) => each.includes('1234'))).toHaveLength(2);
    expect(notify.failures).toEqual([]);
  });

  test('a provider that keeps failing is given up after seven tries, and that is told', async () => {
    const userId = newId();
    await notify.publishCode({ ...sms, userId, expiresAt: '2027-01-01T00:00:00.000Z' });
    for (let tries = 1; tries <= 7; tries += 1) {
      await waitFor(() => provider.texts.length === tries);
      await waitFor(() => (notify.log().match(/message not sent/g) ?? []).length === tries);
      notify.clock.advance(600_000);
    }
    const event = await waitFor(() => notify.failures[0]);
    expect(event.data).toMatchObject({ userId, channel: 'sms', reason: expect.any(String) });
    expect(provider.texts).toHaveLength(7);
    expect(notify.log()).not.toContain('424242');
  });

  test('a refused message is given up at once', async () => {
    provider.answer(400);
    await notify.publishCode(sms);
    await waitFor(() => notify.failures.length === 1);
    expect(provider.texts).toHaveLength(1);
  });
});

test('in production there is no mailbox', async () => {
  const notify = await createHarness({ DEPLOYMENT: 'production' });
  expect((await notify.http.get('/dev/mailbox')).status).toBe(404);
  await notify.publishCode({ code: '121212' });
  const event = await waitFor(() => notify.failures[0]);
  expect(event.data).toMatchObject({ reason: 'no email channel is configured' });
  await notify.stop();
});

test('a code is handed over at once while bulk mails wait for a server that does not answer', async () => {
  const sent: string[] = [];
  const stuck: (() => void)[] = [];
  const email = {
    name: 'slow',
    send: ({ to, content }: { to: string; content: { text: string } }) => {
      sent.push(to);
      if (content.text.includes('is your code')) return Promise.resolve();
      return new Promise<void>((resolve) => stuck.push(resolve));
    },
  };
  const notify = await createHarness({}, { transports: { email } });
  const [ann, bob] = [aUser(), aUser()];
  for (const one of [ann, bob]) notify.users.set(one.userId, one);
  for (let count = 0; count < 20; count += 1) {
    await notify.publish('ledger.transfer-posted.v1', aTransfer(bob.userId, ann.userId));
  }
  await waitFor(() => stuck.length === 4); // every worker of the bulk lane
  await notify.publishCode({ code: '313131', to: 'code@example.com' });
  await waitFor(() => sent.includes('code@example.com'));
  expect(stuck).toHaveLength(4);
  const released = setInterval(() => {
    for (const release of stuck.splice(0)) release();
  }, 10);
  await notify.stop();
  clearInterval(released);
});
