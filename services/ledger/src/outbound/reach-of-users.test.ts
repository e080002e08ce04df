import { FlorinError } from '@florin/errors';
import { createLogger, currentContext, runInContext, type Context } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import { createReach } from './reach-of-users.ts';

interface Asked {
  pairs: string[];
  context: Context | undefined;
  answer: (reach?: string[]) => void;
  fail: (error: unknown) => void;
}

/** Users that answer when the test says so. */
function fakeUsers() {
  const asked: Asked[] = [];
  const checkPayments = ({ payments = [] }: { payments?: { payerId?: string; payeeId?: string }[] }) =>
    new Promise<{ reach: string[] }>((resolve, reject) => {
      const pairs = payments.map(({ payerId, payeeId }) => `${payerId} ${payeeId}`);
      asked.push({
        pairs,
        context: currentContext(),
        answer: (reach = pairs.map(() => 'open')) => resolve({ reach }),
        fail: reject,
      });
    });
  const checkReach = ({ otherIds = [] }: { otherIds?: string[] }) =>
    Promise.resolve({ reach: otherIds.map(() => 'refused') });
  return { asked, reach: createReach({ checkPayments, checkReach }, createLogger('test', 'silent')) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('payments of many people that come together are one question, and each gets its own answer', async () => {
  const { asked, reach } = fakeUsers();
  const answers = Promise.all([reach('a', ['b', 'c'], 'payment'), reach('d', ['a'], 'payment')]);
  await turn();
  expect(asked.map(({ pairs }) => pairs)).toEqual([['a b', 'a c', 'd a']]);
  asked[0]?.answer(['open', 'hidden', 'blocked']);
  expect(await answers).toEqual([['open', 'hidden'], ['blocked']]);
});

test('what comes while a question is under way goes together in the next', async () => {
  const { asked, reach } = fakeUsers();
  const first = reach('a', ['x'], 'payment');
  await turn();
  const others = Promise.all([reach('b', ['x'], 'payment'), reach('c', ['x'], 'payment')]);
  asked[0]?.answer(['hidden']);
  expect(await first).toEqual(['hidden']);
  await waitFor(() => asked.length === 2);
  expect(asked[1]?.pairs).toEqual(['b x', 'c x']);
  asked[1]?.answer(['open', 'blocked']);
  expect(await others).toEqual([['open'], ['blocked']]);
});

test('a question has at most 200 pairs', async () => {
  const { asked, reach } = fakeUsers();
  const others = Array.from({ length: 450 }, (_, index) => String(index));
  const answer = reach('a', others, 'payment');
  for (const [index, count] of [200, 200, 50].entries()) {
    await waitFor(() => asked.length > index);
    expect(asked[index]?.pairs).toHaveLength(count);
    asked[index]?.answer();
  }
  expect(await answer).toHaveLength(450);
});

test('an answer is not asked for again', async () => {
  const { asked, reach } = fakeUsers();
  const first = reach('a', ['b'], 'payment');
  await turn();
  asked[0]?.answer(['hidden']);
  await first;
  expect(await reach('a', ['b'], 'payment')).toEqual(['hidden']);
  expect(asked).toHaveLength(1);
});

test('a question has no deadline of a request', async () => {
  const { asked, reach } = fakeUsers();
  const context = { requestId: 'the-first', traceparent: '', deadline: 1 };
  const answer = runInContext(context, () => reach('a', ['b'], 'payment'));
  await turn();
  expect(asked[0]?.context).toEqual({ requestId: 'the-first', traceparent: '' });
  asked[0]?.answer();
  await answer;
});

test.each(['UNAVAILABLE', 'DEADLINE_EXCEEDED'] as const)('payments go on while users answers %s', async (code) => {
  const { asked, reach } = fakeUsers();
  const answer = reach('a', ['b'], 'payment');
  await turn();
  asked[0]?.fail(new FlorinError(code, 'users does not answer'));
  expect(await answer).toEqual(['open']);
});

test('another failure reaches whoever asked', async () => {
  const { asked, reach } = fakeUsers();
  const answer = reach('a', ['b'], 'payment');
  await turn();
  asked[0]?.fail(new FlorinError('INTERNAL', 'users failed'));
  await expect(answer).rejects.toMatchObject({ code: 'INTERNAL' });
});

test('payment requests are looked at one by one, by their settings', async () => {
  const { asked, reach } = fakeUsers();
  expect(await reach('a', ['b'], 'payment-request')).toEqual(['refused']);
  expect(asked).toEqual([]);
});
