import { FlorinError } from '@florin/errors';
import type { Account } from './account.ts';
import { decide, type Accepted, type Book } from './decide.ts';
import type { Outcome, Posting, Transfer } from './posting.ts';

/** A key that was used before, and the transfer it posted (null: it was used for something else). */
export interface KnownKey {
  requestHash: string;
  transfer: Transfer | null;
}

export interface BatchDecision {
  outcomes: Outcome[][];
  accepted: { result: Accepted; posting: Posting }[];
}

/** Decides the groups in order against one book. Keys used before, also within this batch, give their first result. */
export function decideBatch(
  book: Book,
  groups: readonly { postings: readonly Posting[]; atomic: boolean }[],
  known: Map<string, KnownKey>,
): BatchDecision {
  const accepted: BatchDecision['accepted'] = [];
  const outcomes = groups.map(({ postings, atomic }) => {
    const before = atomic && postings.length > 1 ? snapshot(book, postings) : null;
    const mark = accepted.length;
    const results = postings.map((posting) => decideOne(book, posting, known, accepted));
    if (!before || results.every((result) => result.status !== 'refused')) return results;
    const dropped = accepted.splice(mark);
    undo(before, known, dropped);
    // also what repeats a key of the same group was never posted
    const gone = new Set(dropped.map(({ result }) => result.transfer));
    return results.map((result) =>
      result.status !== 'refused' && gone.has(result.transfer) ? NEIGHBOUR_REFUSED : result,
    );
  });
  return { outcomes, accepted };
}

/** The outcome of a posting that could have been posted but for another of its group. */
export const NEIGHBOUR_REFUSED: Outcome & { status: 'refused' } = {
  status: 'refused',
  error: new FlorinError('CONFLICT', 'Not posted, because another transfer of the same batch was refused'),
};

function decideOne(
  book: Book,
  posting: Posting,
  known: Map<string, KnownKey>,
  accepted: BatchDecision['accepted'],
): Outcome {
  const { idempotency } = posting;
  const earlier = idempotency && known.get(idempotency.id);
  if (earlier) {
    return earlier.requestHash === idempotency.requestHash && earlier.transfer
      ? { status: 'replayed', transfer: earlier.transfer }
      : { status: 'refused', error: mismatch() };
  }
  const result = decide(book, posting);
  if (result instanceof Error) return { status: 'refused', error: result };
  accepted.push({ result, posting });
  if (idempotency) known.set(idempotency.id, { requestHash: idempotency.requestHash, transfer: result.transfer });
  return { status: 'posted', transfer: result.transfer };
}

export function mismatch(): FlorinError {
  return new FlorinError('IDEMPOTENCY_MISMATCH', 'This Idempotency-Key was used with another request body');
}

function snapshot(book: Book, postings: readonly Posting[]): [Account, Account][] {
  return [...new Set(postings.flatMap(accountsOf))].flatMap((id) => {
    const account = book.accounts.get(id);
    return account ? [[account, { ...account }]] : [];
  });
}

function undo(before: [Account, Account][], known: Map<string, KnownKey>, dropped: BatchDecision['accepted']): void {
  for (const [account, saved] of before) Object.assign(account, saved);
  for (const { posting } of dropped) if (posting.idempotency) known.delete(posting.idempotency.id);
}

/** Every account a posting touches, those at which it only counts included. */
export function accountsOf(posting: Posting): string[] {
  const { legs, fromAccountId, toAccountId } = posting;
  const ids = legs ? legs.map((leg) => leg.accountId) : [fromAccountId, toAccountId];
  const counts = countedAt(posting);
  return counts === undefined || ids.includes(counts) ? ids : [...ids, counts];
}

/** The account at which a posting counts, or counts no more, besides its own ones. */
export function countedAt({ alsoCountsAt, restores }: Posting): string | undefined {
  return alsoCountsAt ?? restores?.alsoAt ?? undefined;
}
