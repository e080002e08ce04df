import type { FlorinError } from '@florin/errors';
import { isFlorinError } from '@florin/errors';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import type { Outcome, Posting, Transfer } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { Once, Transact } from '../ports.ts';
import type { Poster } from '../poster.ts';
import type { SendTransfer } from './send-transfer.ts';
import { toPosting } from './send-transfer.ts';

export type BatchItem = { transfer: Transfer } | { refusal: { code: string; message: string; path: string | null } };

export interface SendBatch {
  callerId: string;
  transfers: readonly Omit<SendTransfer, 'callerId' | 'key'>[];
  atomic: boolean;
  key: string | undefined;
}

/**
 * Sends up to 1,000 transfers, each on its own or all together. A refused one of an `atomic` batch refuses the batch:
 * its error is thrown. A repeat under the same key answers the first reply, refusals included, and posts nothing twice
 * even when the first call died half-way.
 */
export function createSendBatch({
  directory,
  poster,
  transact,
}: {
  directory: Directory;
  poster: Poster;
  transact: Transact;
}) {
  return async ({ callerId, transfers, atomic, key }: SendBatch): Promise<Once<BatchItem[]>> => {
    const asked = JSON.stringify([transfers, atomic], (_name, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    const made = await Promise.all(
      transfers.map((transfer) => make(directory, { ...transfer, callerId, key: undefined })),
    );
    const whole = key === undefined ? undefined : idempotencyKey(callerId, key, `batch ${asked}`);
    const known = whole && (await transact.replay<BatchItem[]>(whole));
    if (known) return { body: known, replayed: true };
    if (whole) made.forEach((posting, index) => nameItem(posting, { callerId, key: whole.id, index, asked }));
    const items = await post(poster, made, atomic);
    return whole ? transact.once(whole, () => Promise.resolve(items)) : { body: items, replayed: false };
  };
}

function nameItem(
  posting: Posting | FlorinError,
  { callerId, key, index, asked }: { callerId: string; key: string; index: number; asked: string },
): void {
  if (!isFlorinError(posting)) posting.idempotency = idempotencyKey(callerId, `${key} ${index}`, asked);
}

async function make(directory: Directory, request: SendTransfer): Promise<Posting | FlorinError> {
  try {
    return await toPosting(directory, request);
  } catch (error) {
    if (isFlorinError(error) && error.code !== 'UNAVAILABLE') return error;
    throw error;
  }
}

async function post(poster: Poster, made: (Posting | FlorinError)[], atomic: boolean): Promise<BatchItem[]> {
  const faulty = made.find((posting) => isFlorinError(posting));
  if (atomic && faulty) throw faulty;
  const outcomes = await poster.post(
    made.filter((posting): posting is Posting => !isFlorinError(posting)),
    { atomic },
  );
  if (atomic) throwFirstRefusal(outcomes);
  let next = 0;
  return made.map((posting) => toItem(isFlorinError(posting) ? posting : (outcomes[next++] as Outcome)));
}

/** The cause comes before those that were refused with it. */
function throwFirstRefusal(outcomes: Outcome[]): void {
  const refused = outcomes.filter((outcome) => outcome.status === 'refused');
  const cause = refused.find(({ error }) => error.code !== 'CONFLICT') ?? refused[0];
  if (cause) throw cause.error;
}

function toItem(outcome: Outcome | FlorinError): BatchItem {
  if ('status' in outcome && outcome.status !== 'refused') return { transfer: outcome.transfer };
  const { code, message, errors } = 'status' in outcome ? outcome.error : outcome;
  return { refusal: { code, message, path: errors[0]?.path ?? null } };
}
