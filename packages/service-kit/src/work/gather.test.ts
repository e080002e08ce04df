import { currentContext, runInContext, type Context } from '../context.ts';
import { createGather, type GatherOptions } from './gather.ts';

const turnOfEventLoop = () => new Promise((resolve) => setImmediate(resolve));
const doubled = (items: readonly number[]) =>
  Promise.resolve(items.map((item) => ({ status: 'fulfilled' as const, value: item * 2 })));

function setUp(options: Partial<GatherOptions<number>> = {}) {
  const gather = createGather<number, number>({ maximum: 10, lanes: 1, lateMs: 60_000, maxWaiting: 100, ...options });
  const groups: number[][] = [];
  const gates: (() => void)[] = [];
  const slowly = async (items: readonly number[]) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => gates.push(resolve));
    return doubled(items);
  };
  return { gather, groups, gates, slowly };
}

describe('createGather', () => {
  test('what comes in one turn goes together, and each gets its own result', async () => {
    const { gather } = setUp();
    const groups: number[] = [];
    const work = (items: readonly number[]) => {
      groups.push(items.length);
      return doubled(items);
    };
    expect(await Promise.all([1, 2, 3].map((item) => gather.run(item, work)))).toEqual([2, 4, 6]);
    expect(groups).toEqual([3]);
  });

  test('what comes while a group is under way goes with the next, up to the maximum', async () => {
    const { gather, groups, gates, slowly } = setUp({ maximum: 2 });
    const all = [gather.run(1, slowly)];
    await turnOfEventLoop();
    all.push(...[2, 3, 4].map((item) => gather.run(item, slowly)));
    for (let round = 0; round < 3; round += 1) {
      await turnOfEventLoop();
      gates[round]?.();
      await turnOfEventLoop();
    }
    expect(await Promise.all(all)).toEqual([2, 4, 6, 8]);
    expect(groups).toEqual([[1], [2, 3], [4]]);
  });

  test('a group that is late lets the next go beside it', async () => {
    const { gather, groups, gates, slowly } = setUp({ lanes: 2, lateMs: 0 });
    const all = [gather.run(1, slowly)];
    await turnOfEventLoop();
    all.push(gather.run(2, slowly));
    await turnOfEventLoop();
    expect(groups).toEqual([[1], [2]]);
    for (const open of gates) open();
    expect(await Promise.all(all)).toEqual([2, 4]);
  });

  test('items that are named alike go one after the other', async () => {
    const { gather } = setUp({ apart: (item) => String(item % 2) });
    const groups: number[][] = [];
    const work = (items: readonly number[]) => {
      groups.push([...items]);
      return doubled(items);
    };
    await Promise.all([1, 3, 2].map((item) => gather.run(item, work)));
    expect(groups).toEqual([[1, 2], [3]]);
  });

  test('an item that fails fails alone, also when it takes the work of the group with it', async () => {
    const { gather } = setUp();
    const own = (items: readonly number[]) =>
      Promise.resolve(
        items.map((item): PromiseSettledResult<number> => {
          return item === 2 ? { status: 'rejected', reason: new Error('two') } : { status: 'fulfilled', value: item };
        }),
      );
    const whole = (items: readonly number[]) =>
      items.includes(2) ? Promise.reject(new Error('all of it')) : doubled(items);
    for (const [work, message] of [
      [own, 'two'],
      [whole, 'all of it'],
    ] as const) {
      const outcomes = await Promise.allSettled([1, 2, 3].map((item) => gather.run(item, work)));
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: { message } });
    }
  });

  test('more than may wait are refused', async () => {
    const { gather } = setUp({ maxWaiting: 1 });
    const [first, second] = await Promise.allSettled([gather.run(1, doubled), gather.run(2, doubled)]);
    expect(first).toMatchObject({ value: 2 });
    expect(second).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
  });

  test('a group continues the trace of its first item without its deadline', async () => {
    const { gather } = setUp();
    const seen: (Context | undefined)[] = [];
    const work = (items: readonly number[]) => {
      seen.push(currentContext());
      return doubled(items);
    };
    await runInContext({ requestId: 'r', traceparent: 't', deadline: 5 }, () => gather.run(1, work));
    expect(seen).toEqual([{ requestId: 'r', traceparent: 't' }]);
  });
});
