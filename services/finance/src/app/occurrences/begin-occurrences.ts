import { isFlorinError, type FlorinError } from '@florin/errors';
import { idOfTry, type Occurrence, type PauseReason, type Recurring } from '../../domain/recurring/recurring.ts';
import type { OpenWallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { beginBatch } from '../operations/begin-batch.ts';
import { beginPosting, refuseRaising } from '../operations/begin.ts';
import type { Tx } from '../ports.ts';
import type { Targets } from '../recurring/ports.ts';

type Beginning = Pick<Deps, 'clock' | 'newId' | 'noteIntoLedgerAccounts'>;

/** An occurrence that is due, with what it is of. */
export interface Due {
  recurring: Recurring;
  occurrence: Occurrence;
}

/** Why a recurring transaction can't go on; undefined when it can. */
export function blockOf({ walletId, toWalletId, categoryId }: Recurring, targets: Targets): PauseReason | undefined {
  const isOpen = (id: string) => targets.wallets.get(id)?.status === 'open';
  if (!isOpen(walletId) || (toWalletId !== null && !isOpen(toWalletId))) return 'wallet-deleted';
  const category = targets.categories.get(categoryId ?? '');
  return categoryId !== null && (!category || category.archived) ? 'category-deleted' : undefined;
}

/**
 * Begins the operations of occurrences that nothing blocks, one for all of a person's, `alone` each by itself; transfers are
 * always by themselves. Returns the occurrences as they are to be recorded: pending, or failed when the posting is not allowed.
 */
export async function beginOccurrences(
  deps: Beginning,
  tx: Tx,
  due: readonly Due[],
  { targets, alone = false }: { targets: Targets; alone?: boolean },
): Promise<Occurrence[]> {
  const begun: Occurrence[] = [];
  const together = new Map<string, Due[]>();
  for (const each of due) {
    const refusal = refusalOf(deps, each, targets);
    if (refusal) begun.push(failed(each.occurrence, refusal));
    else if (each.recurring.type === 'transfer') begun.push(await beginTransfer(deps, tx, each, targets));
    else {
      const group = alone ? idOfTry(each.occurrence) : each.recurring.ownerId;
      together.set(group, [...(together.get(group) ?? []), each]);
    }
  }
  for (const group of together.values()) begun.push(...(await beginTogether(deps, tx, group, targets)));
  return begun;
}

export function failed(occurrence: Occurrence, { code, message }: { code: string; message: string }): Occurrence {
  return { ...occurrence, status: 'failed', failure: code, reason: message.slice(0, 300) };
}

function refusalOf(deps: Beginning, { recurring }: Due, targets: Targets): FlorinError | undefined {
  const { walletId, toWalletId, direction, type } = recurring;
  const raised = type === 'transfer' ? toWalletId : walletId;
  try {
    refuseRaising(
      deps,
      [{ direction: type === 'transfer' ? 'in' : direction, walletId: raised ?? '' }],
      walletsOf(recurring, targets),
    );
    return undefined;
  } catch (error) {
    if (!isFlorinError(error)) throw error;
    return error;
  }
}

function walletsOf({ walletId, toWalletId }: Recurring, { wallets }: Targets): OpenWallet[] {
  return [walletId, toWalletId].flatMap((id) => (wallets.get(id ?? '') ?? []) as OpenWallet[]);
}

function rowOf({ recurring, occurrence }: Due) {
  const { type, direction, walletId, description, timeZone } = recurring;
  const { date, dueAt: occurredAt } = occurrence;
  return { type, direction, walletId, description, date, occurredAt, timeZone, zonePending: false };
}

async function beginTogether(deps: Beginning, tx: Tx, group: readonly Due[], targets: Targets): Promise<Occurrence[]> {
  const [first] = group;
  if (!first) return [];
  const wallets = group.flatMap(({ recurring }) => walletsOf(recurring, targets));
  const operationId = idOfTry(first.occurrence, 'operation');
  const rows = group.map((due) => {
    const { categoryId, amount, currency } = due.recurring;
    return { ...rowOf(due), id: idOfTry(due.occurrence), categoryId, amount, currency };
  });
  const own = [...new Map(wallets.map((wallet) => [wallet.id, wallet])).values()];
  await beginBatch(deps, tx, { ownerId: first.recurring.ownerId, operationId, rows, wallets: own });
  return group.map(({ occurrence }) => ({ ...occurrence, operationId, transactionId: idOfTry(occurrence) }));
}

async function beginTransfer(deps: Beginning, tx: Tx, due: Due, targets: Targets): Promise<Occurrence> {
  const { recurring, occurrence } = due;
  const { ownerId, amount, currency, toWalletId } = recurring;
  const out = { ...rowOf(due), categoryId: null };
  const rows = [out, { ...out, direction: 'in' as const, walletId: toWalletId ?? '' }];
  // the operation's id, then those of its rows
  const ids = ['operation', 'out', 'in'].map((part) => idOfTry(occurrence, part));
  const transactionId = ids[1] ?? null;
  const named = { ...deps, newId: () => ids.shift() ?? deps.newId() };
  const order = { ownerId, amount, currency, rows, wallets: walletsOf(recurring, targets) };
  return { ...occurrence, operationId: await beginPosting(named, tx, order), transactionId };
}
