import { FlorinError } from '@florin/errors';
import { runInContext, systemClock } from '@florin/service-kit';
import { waitFor } from '@florin/testing';
import type { Outcome, Posting } from '../../domain/posting/posting.ts';
import type { Group } from './ports.ts';
import { createPoster } from './poster.ts';

function posting(fromAccountId: string, toAccountId: string, note = ''): Posting {
  return {
    kind: 'wallet',
    amount: 1n,
    currency: 'USD',
    fromAccountId,
    toAccountId,
    note,
    visibility: 'private',
    reference: null,
  };
}

const told = (one: Posting): Outcome => ({ status: 'posted', transfer: { note: one.note } as never });
const notesOf = (groups: readonly Group[]) => groups.flatMap((group) => group.postings.map(({ note }) => note));

/** A database that ends a batch when told to. */
function stalled() {
  const batches: { groups: readonly Group[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const postBatch = (groups: readonly Group[]) =>
    new Promise<Outcome[][]>((resolve, reject) => {
      batches.push({ groups, finish: () => resolve(groups.map((group) => group.postings.map(told))), fail: reject });
    });
  return { batches, postBatch };
}

test('batches under way share no account, and nobody overtakes on an account', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 3, crowd: 1 });
  const first = poster.post([posting('a', 'b', '1')]);
  await waitFor(() => batches.length === 1);
  // 2 waits for a; 3 must not overtake it on c; 4 is free
  const rest = [
    ['a', 'c', '2'],
    ['c', 'd', '3'],
    ['e', 'f', '4'],
  ].map(([from, to, note]) => poster.post([posting(from!, to!, note)]));
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['4']);
  batches[0]!.finish();
  await waitFor(() => batches.length === 3);
  expect(notesOf(batches[2]!.groups)).toEqual(['2', '3']);
  for (const { finish } of batches) finish();
  await Promise.all([first, ...rest, poster.drain()]);
});

test('a batch that takes long keeps nobody waiting who needs none of its accounts', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 3, crowd: 100 });
  const first = poster.post([posting('a', 'b', '1')]);
  await waitFor(() => batches.length === 1);
  const rest = [poster.post([posting('a', 'c', '2')]), poster.post([posting('d', 'e', '3')])];
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['3']);
  batches[0]!.finish();
  await waitFor(() => batches.length === 3);
  expect(notesOf(batches[2]!.groups)).toEqual(['2']);
  for (const { finish } of batches) finish();
  await Promise.all([first, ...rest, poster.drain()]);
});

test('a crowd of which the greater part needs an account under way keeps the others waiting no longer than few would', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 2, crowd: 4 });
  const first = poster.post([posting('a', 'b', '1')]);
  await waitFor(() => batches.length === 1);
  const rest = ['2', '3', '4'].map((note) => poster.post([posting('a', `c${note}`, note)]));
  const free = poster.post([posting('d', 'e', '5')]);
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['5']);
  batches.forEach(({ finish }) => finish());
  await waitFor(() => batches.length === 3);
  batches[2]!.finish();
  await Promise.all([first, free, ...rest]);
});

test('transfers of one request that stand alone are answered in their order, whatever batches they went in', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 2, crowd: 1 });
  const busy = poster.post([posting('a', 'b', '0')]);
  await waitFor(() => batches.length === 1);
  const outcomes = poster.post([posting('a', 'x', '1'), posting('y', 'z', '2')]);
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['2']);
  batches[1]!.finish();
  batches[0]!.finish();
  await waitFor(() => batches.length === 3);
  batches[2]!.finish();
  expect((await outcomes).map((outcome) => outcome.status === 'posted' && outcome.transfer.note)).toEqual(['1', '2']);
  await busy;
});

test('transfers of an atomic request stay together and wait for all their accounts', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 2, crowd: 1 });
  const busy = poster.post([posting('a', 'b', '0')]);
  await waitFor(() => batches.length === 1);
  const outcomes = poster.post([posting('x', 'y', '1'), posting('y', 'a', '2')], { atomic: true });
  const other = poster.post([posting('m', 'n', '3')]);
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['3']);
  batches.forEach(({ finish }) => finish());
  await waitFor(() => batches.length === 3);
  expect(batches[2]!.groups).toMatchObject([{ atomic: true, postings: [{ note: '1' }, { note: '2' }] }]);
  batches[2]!.finish();
  await Promise.all([busy, outcomes, other]);
});

test('no batch is larger than the limit, but for one group that is larger by itself', async () => {
  const sizes: number[] = [];
  const postBatch = (groups: readonly Group[]) => {
    sizes.push(notesOf(groups).length);
    return Promise.resolve(groups.map((group) => group.postings.map(told)));
  };
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 1, maxBatch: 10 });
  const many = Array.from({ length: 25 }, (_, i) => posting(`a${i}`, `b${i}`));
  await Promise.all([poster.post(many), poster.post(many.slice(0, 12), { atomic: true })]);
  expect(sizes.sort((a, b) => a - b)).toEqual([5, 10, 10, 12]);
});

test('when a batch fails as a whole, the one at fault fails alone', async () => {
  const tried: number[] = [];
  const postBatch = (groups: readonly Group[]) => {
    tried.push(groups.length);
    if (notesOf(groups).includes('bad')) return Promise.reject(new Error('check constraint'));
    return Promise.resolve(groups.map((group) => group.postings.map(told)));
  };
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 1 });
  const all = Array.from({ length: 64 }, (_, i) => poster.post([posting(`a${i}`, `b${i}`, i === 40 ? 'bad' : 'good')]));
  const results = await Promise.allSettled(all);
  expect(results.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([40]);
  expect(tried.length).toBeLessThan(16);
});

test('a lost database fails everybody of the batch at once, and the next batch is tried', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 1 });
  const lost = [poster.post([posting('a', 'b')]), poster.post([posting('c', 'd')])];
  await waitFor(() => batches.length === 1);
  batches[0]!.fail(new FlorinError('UNAVAILABLE', 'away'));
  for (const one of lost) await expect(one).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const next = poster.post([posting('a', 'b', 'again')]);
  await waitFor(() => batches.length === 2);
  batches[1]!.finish();
  expect(await next).toHaveLength(1);
});

test('as many as may wait for one account, and nobody else is refused for it', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 2, crowd: 1 });
  const first = poster.post([posting('hot', 'a')]);
  await waitFor(() => batches.length === 1);
  const crowd = Array.from({ length: 3_000 }, (_, i) => poster.post([posting('hot', `b${i}`)]));
  await expect(poster.post([posting('c', 'hot')])).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  const cold = poster.post([posting('d', 'e', 'cold')]);
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['cold']);
  let done = false;
  const all = Promise.all([first, cold, ...crowd]).then(() => (done = true));
  await waitFor(() => {
    batches.forEach(({ finish }) => finish());
    return done;
  });
  await all;
});

test('what waited longer than its caller does is not posted any more', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 1 });
  const first = poster.post([posting('a', 'b')]);
  await waitFor(() => batches.length === 1);
  const context = { requestId: 'r', traceparent: '', deadline: Date.now() + 20 };
  const late = runInContext(context, () => poster.post([posting('c', 'd')]));
  const patient = poster.post([posting('e', 'f', 'patient')]);
  const told = expect(late).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await waitFor(() => Date.now() > context.deadline);
  batches[0]!.finish();
  await told;
  await waitFor(() => batches.length === 2);
  expect(notesOf(batches[1]!.groups)).toEqual(['patient']);
  batches[1]!.finish();
  await Promise.all([first, patient]);
});

test('with as many waiting as may, a request is refused and told when to come back', async () => {
  const { batches, postBatch } = stalled();
  const poster = createPoster({ clock: systemClock, postBatch, lanes: 1, maxWaiting: 2 });
  const taken = poster.post([posting('a', 'b'), posting('c', 'd')]);
  await expect(poster.post([posting('e', 'f')])).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfterSeconds: 1 });
  await waitFor(() => batches.length === 1);
  batches[0]!.finish();
  await taken;
});
