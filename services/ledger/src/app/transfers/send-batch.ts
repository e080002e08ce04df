import { FlorinError, isFlorinError } from '@florin/errors';
import { NEIGHBOUR_REFUSED } from '../../domain/posting/decide-batch.ts';
import { idempotencyKey, keyOf } from '../../domain/posting/idempotency.ts';
import type { IdempotencyKey, Outcome, Posting, Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import type { Poster } from '../posting/ports.ts';
import { makePosting } from './make-posting.ts';
import type { SendTransfer } from './ports.ts';

export type BatchItem = { transfer: Transfer } | { refusal: { code: string; message: string; path: string | null } };

export interface SendBatch {
  callerId: string;
  transfers: readonly Omit<SendTransfer, 'callerId' | 'key'>[];
  atomic: boolean;
  key: string | undefined;
}

/**
 * Sends up to 1,000 transfers, each on its own or all together. A refused one of an `atomic` batch refuses the batch:
 * its error is thrown, naming its place. A repeat under the same key returns the first reply, refusals included, and
 * posts nothing twice even when the first call died half-way.
 */
export async function sendBatch(
  deps: Deps,
  { callerId, transfers, atomic, key }: SendBatch,
): Promise<Once<BatchItem[]>> {
  const asked = JSON.stringify([transfers, atomic], (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const whole = keyOf(callerId, key, `batch ${asked}`);
  const first = await deps.transact.replay<BatchItem[]>(whole);
  if (first) return first;
  const keys = whole && transfers.map((_one, index) => idempotencyKey(callerId, `${whole.id} ${index}`, asked));
  const made = await Promise.all(
    transfers.map((transfer) => makePosting(deps, { ...transfer, callerId, key: undefined })),
  );
  made.forEach((posting, index) => {
    if (!isFlorinError(posting)) posting.idempotency = keys?.[index];
  });
  const items = await post(deps.poster, made, atomic);
  if (!whole) return { body: items, replayed: false };
  return deps.transact.once(whole, (tx) => settle(items, keys ?? [], (open) => deps.keys.useUp(tx, open)));
}

/**
 * What the reply says of each item is final: the keys of refused ones are used up, so that a repeat under way at the same
 * time can't post them any more; one that was posted after all, by a call that died, is told as posted.
 */
async function settle(
  items: BatchItem[],
  keys: readonly IdempotencyKey[],
  useUp: (keys: IdempotencyKey[]) => Promise<ReadonlyMap<string, Transfer>>,
): Promise<BatchItem[]> {
  const posted = await useUp(keys.filter((_key, index) => 'refusal' in (items[index] ?? {})));
  return items.map((item, index) => {
    const transfer = posted.get(keys[index]?.id ?? '');
    return transfer ? { transfer } : item;
  });
}

async function post(poster: Poster, made: (Posting | FlorinError)[], atomic: boolean): Promise<BatchItem[]> {
  if (atomic) throwFirst(made);
  const outcomes = await poster.post(
    made.filter((posting): posting is Posting => !isFlorinError(posting)),
    { atomic },
  );
  if (atomic) throwFirst(outcomes.map((outcome) => (outcome.status === 'refused' ? outcome.error : outcome)));
  let next = 0;
  return made.map((posting) => toItem(isFlorinError(posting) ? posting : (outcomes[next++] as Outcome)));
}

/** Throws the first refusal that isn't there for another's sake, its fields named as those of the batch. */
function throwFirst(results: readonly unknown[]): void {
  const index = results.findIndex((result) => isFlorinError(result) && result !== NEIGHBOUR_REFUSED.error);
  const cause = results[index];
  if (!isFlorinError(cause)) return;
  const place = `transfers.${index}`;
  const errors = cause.errors.map(({ path, message }) => ({ path: `${place}.${path}`, message }));
  throw new FlorinError(cause.code, `${place}: ${cause.message}`, {
    errors: errors.length > 0 ? errors : [{ path: place, message: cause.message }],
    meta: cause.meta,
  });
}

function toItem(outcome: Outcome | FlorinError): BatchItem {
  if ('status' in outcome && outcome.status !== 'refused') return { transfer: outcome.transfer };
  const { code, message, errors } = 'status' in outcome ? outcome.error : outcome;
  return { refusal: { code, message, path: errors[0]?.path ?? null } };
}
