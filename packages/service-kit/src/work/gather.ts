import { FlorinError } from '@florin/errors';
import { currentContext, runDetached, type Context } from '../context.ts';

export interface GatherOptions<Item> {
  /** items of a group at most */
  maximum: number;
  /** groups under way at a time */
  lanes: number;
  /** what has come while all groups take longer than this goes in another lane */
  lateMs: number;
  /** items that wait at most; more are refused with UNAVAILABLE */
  maxWaiting: number;
  /** items that this names alike never share a group */
  apart?: (item: Item) => string | undefined;
}

/** Does the work of a group, and answers for each of its items in their order. */
export type GroupWork<Item, Result> = (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>;

export interface Gather<Item, Result> {
  /** Answers the item's own result. Throws its own error. */
  run(item: Item, work: GroupWork<Item, Result>): Promise<Result>;
}

interface Waiting<Item, Result> {
  item: Item;
  work: GroupWork<Item, Result>;
  context: Context | undefined;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Does together what comes at the same time. Idle, an item goes at once; under load groups grow, so that what a group costs
 * is shared by many. A group whose work fails as a whole is tried item by item, so that the one at fault fails alone: the work
 * must bear that. A group continues the trace of its first item, and nobody's deadline.
 */
export function createGather<Item, Result>(options: GatherOptions<Item>): Gather<Item, Result> {
  const { lanes, lateMs, maxWaiting } = options;
  let waiting: Waiting<Item, Result>[] = [];
  let busy = 0;
  let startedAt = 0;
  let planned = false;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    planned = false;
    clearTimeout(timer);
    while (waiting.length > 0 && busy < lanes) {
      const wait = busy === 0 ? 0 : startedAt + lateMs - performance.now();
      if (wait > 0) {
        timer = setTimeout(start, wait);
        return;
      }
      const { group, rest } = take(waiting, options);
      waiting = rest;
      busy += 1;
      startedAt = performance.now();
      void runDetached(group[0]?.context, () => runGroup(group)).then(() => {
        busy -= 1;
        start();
      });
    }
  };

  return {
    run: (item, work) => {
      if (waiting.length >= maxWaiting) {
        const refusal = new FlorinError('UNAVAILABLE', 'Too much is waiting', { retryAfterSeconds: 1 });
        return Promise.reject(refusal);
      }
      return new Promise((resolve, reject) => {
        waiting.push({ item, work, context: currentContext(), resolve, reject });
        if (planned) return;
        planned = true;
        // what arrives in the same turn of the event loop goes together
        setImmediate(start);
      });
    },
  };
}

function take<Item, Result>(
  waiting: Waiting<Item, Result>[],
  { maximum, apart = () => undefined }: GatherOptions<Item>,
) {
  const group: Waiting<Item, Result>[] = [];
  const names = new Set<string>();
  const rest = waiting.filter((each) => {
    const name = apart(each.item);
    if (group.length >= maximum || (name !== undefined && names.has(name))) return true;
    if (name !== undefined) names.add(name);
    group.push(each);
    return false;
  });
  return { group, rest };
}

async function runGroup<Item, Result>(group: readonly Waiting<Item, Result>[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  try {
    const outcomes = await first.work(group.map(({ item }) => item));
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') resolve(outcome.value);
      else reject(outcome ? outcome.reason : new Error('the work of a group left an item out'));
    });
  } catch (error) {
    if (group.length === 1) first.reject(error);
    else for (const each of group) await runGroup([each]);
  }
}
