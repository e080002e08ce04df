import { isFlorinError } from '@florin/errors';
import { goOnAt, goOnFrom, nextOf, type Occurrence, type Recurring } from '../../domain/recurring/recurring.ts';
import type { Deps } from '../index.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { carryOutTogether } from '../operations/carry-out-together.ts';
import { recordOccurrences } from '../occurrences/record-occurrences.ts';
import { beginOccurrences, blockOf, failed, type Due } from '../occurrences/begin-occurrences.ts';

/** what fell due longer ago is passed over as missed */
const CATCH_UP_MS = 92 * 86_400_000;

export type PostingRecurring = OperationNeeds & Pick<Deps, 'noteIntoLedgerAccounts'>;

/**
 * Posts what is due, at most one occurrence each of `limit` recurring transactions; returns of how many. The transaction
 * that moves one on also writes the operation that posts it, so that each is posted once, whatever dies and however many
 * processes there are. One whose wallet or category was deleted is paused. What was missed is caught up for 92 days.
 */
export async function postRecurring(deps: PostingRecurring, limit: number): Promise<number> {
  const { count, occurrences } = await beginDue(deps, limit);
  await runAll(deps, occurrences);
  const again = await settleEnded(deps, limit);
  await runAll(deps, again);
  if (again.length > 0) await settleEnded(deps, limit);
  deps.nudge();
  return count;
}

async function beginDue(deps: PostingRecurring, limit: number): Promise<{ count: number; occurrences: Occurrence[] }> {
  return deps.transact(async (tx) => {
    const now = deps.clock();
    const all = await tx.recurring.lockDue(now, limit);
    if (all.length === 0) return { count: 0, occurrences: [] };
    const targets = await tx.recurring.lockTargets(all);
    const [due, missed, moved]: [Due[], Occurrence[], Recurring[]] = [[], [], []];
    for (const each of all) {
      const block = blockOf(each, targets);
      const { recurring, passed } = goOnFrom(each, new Date(now.getTime() - CATCH_UP_MS));
      if (block) moved.push({ ...each, status: 'paused', pausedReason: block });
      else {
        missed.push(...passed);
        const isDue = recurring.nextAt !== null && recurring.nextAt <= now;
        if (isDue) due.push({ recurring, occurrence: nextOf(recurring) });
        moved.push(isDue ? goOnAt(recurring, recurring.nextNumber + 1) : recurring);
      }
    }
    const occurrences = await beginOccurrences(deps, tx, due, { targets });
    await recordOccurrences(deps, tx, [...missed, ...occurrences], all);
    await tx.recurring.save(moved, now);
    return { count: all.length, occurrences };
  });
}

/** Carries out what the occurrences have begun. A refusal stays in its operation; one without an answer is taken up later. */
export async function runAll(deps: PostingRecurring, occurrences: readonly Occurrence[]): Promise<void> {
  const ids = [
    ...new Set(occurrences.flatMap(({ operationId, status }) => (status === 'pending' ? operationId : null) ?? [])),
  ];
  if (ids.length === 0) return;
  const pending = (await deps.stores.operations.byIds(ids)).filter(({ status }) => status === 'pending');
  for (const outcome of await carryOutTogether(deps, pending)) {
    if (outcome.status === 'rejected' && !isFlorinError(outcome.reason)) throw outcome.reason;
  }
}

/** Notes what became of occurrences. Those of a batch that was refused for one of them are begun anew, each alone. */
export async function settleEnded(deps: PostingRecurring, limit: number): Promise<Occurrence[]> {
  return deps.transact(async (tx) => {
    await tx.recurring.settlePosted();
    const refused = await tx.recurring.lockRefused(limit);
    if (refused.length === 0) return [];
    const anew = refused.filter(({ together }) => together > 1);
    const targets = await tx.recurring.lockTargets(anew.map(({ recurring }) => recurring));
    const due = anew.map(({ recurring, occurrence }) => {
      return { recurring, occurrence: { ...occurrence, tries: occurrence.tries + 1 } };
    });
    const blocked = due.filter(({ recurring }) => blockOf(recurring, targets));
    const open = due.filter((each) => !blocked.includes(each));
    const begun = await beginOccurrences(deps, tx, open, { targets, alone: true });
    const gone = { code: 'CONFLICT', message: 'Its wallet or category was deleted' };
    const alone = refused.filter((each) => !anew.includes(each));
    const settled = alone.map(({ occurrence, refusal }) => failed({ ...occurrence, transactionId: null }, refusal));
    const blockedOnes = blocked.map(({ occurrence }) => failed(occurrence, gone));
    const all = refused.map(({ recurring }) => recurring);
    await recordOccurrences(deps, tx, [...settled, ...blockedOnes, ...begun], all);
    return begun;
  });
}
