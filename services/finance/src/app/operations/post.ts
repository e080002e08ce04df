import type { Operation } from '../../domain/ledger/operation.ts';
import { type Posting, EXTERNAL, postingOf } from '../../domain/ledger/posting.ts';
import { whenAt } from '../../domain/time/occurrence.ts';
import { pendingRow } from '../../domain/transaction.ts';
import { zoneOf } from '../owners/zone-of.ts';
import { openingRow } from '../../domain/adjustment.ts';
import type { OperationNeeds } from './ports.ts';
import type { Posted } from './posted.ts';

const NOTHING: Posted['transferIds'] = new Map();

/**
 * Does in the ledger what the operation says. May be repeated at any time: every call carries the operation's key and
 * the same content. Throws the ledger's refusal, or UNAVAILABLE.
 */
export async function postToLedger(deps: OperationNeeds, operation: Operation): Promise<Posted> {
  const { ledger } = deps;
  const { id, ownerId, action } = operation;
  switch (action.kind) {
    case 'post':
    case 'post-rows':
      return { transferIds: await ledger.post(ownerId, id, bothOf(action)) };
    case 'replace':
    case 'change-batch':
      return { transferIds: await ledger.post(ownerId, id, action.postings) };
    case 'post-batch':
      return { transferIds: await ledger.post(ownerId, id, batchPostings(action)) };
    case 'reverse':
      await ledger.reverse(ownerId, id, action.transferId, action.floor);
      return { transferIds: NOTHING };
    case 'give-back':
      await ledger.post(ownerId, id, bothOf(action));
      return { transferIds: NOTHING };
    case 'open-wallet': {
      const account = await ledger.openWallet({ ownerId, ...action });
      const opening = openingPosting(id, action, account.id);
      return { accountId: account.id, transferIds: opening ? await ledger.post(ownerId, id, [opening]) : NOTHING };
    }
    case 'close-wallet': {
      const posting = await closingPosting(deps, operation);
      return { transferIds: posting === 'none' ? NOTHING : await ledger.post(ownerId, id, [posting]) };
    }
  }
}

const bothOf = ({ posting, second }: { posting: Posting; second?: Posting | undefined }): Posting[] =>
  second ? [posting, second] : [posting];

export function batchPostings({ rows, accounts }: Extract<Operation['action'], { kind: 'post-batch' }>): Posting[] {
  return rows.map((row) => postingOf(row.id, [row], (walletId) => accounts[walletId] ?? ''));
}

function openingPosting(
  key: string,
  { opening, currency, walletId }: { opening: bigint; currency: string; walletId: string },
  accountId: string,
): Posting | undefined {
  const row = openingRow(opening);
  return row && postingOf(key, [{ ...row, walletId, currency }], () => accountId);
}

/** Found once, from the balance after the wallet stopped taking orders, and kept: a repeat must ask for the same. */
async function closingPosting(deps: OperationNeeds, operation: Operation): Promise<Posting | 'none'> {
  const { action, id, ownerId } = operation;
  if (action.kind !== 'close-wallet') throw new Error(`operation ${id} closes no wallet`);
  if (action.posting !== 'unknown') return action.posting;
  const wallet = await deps.stores.wallets.find(ownerId, action.walletId);
  if (!wallet?.accountId) throw new Error(`wallet ${action.walletId} has no account`);
  const { accountId, currency } = wallet;
  const balance = (await deps.ledger.accounts([accountId])).get(accountId)?.posted ?? 0n;
  const inside = { accountId };
  const posting: Posting | 'none' =
    balance === 0n
      ? 'none'
      : {
          key: id,
          kind: 'adjustment',
          from: balance > 0n ? inside : EXTERNAL,
          to: balance > 0n ? EXTERNAL : inside,
          amount: balance > 0n ? balance : -balance,
          currency,
          note: 'Wallet deleted',
        };
  return keepClosing(deps, operation, { ...action, posting });
}

/** Writes the posting down with its row, unless somebody else did meanwhile; answers what is written down. */
async function keepClosing(
  deps: OperationNeeds,
  { id, ownerId }: Operation,
  action: Extract<Operation['action'], { kind: 'close-wallet' }>,
): Promise<Posting | 'none'> {
  const { transact, clock, newId } = deps;
  const zone = await zoneOf(deps, ownerId);
  return transact(async (tx) => {
    const current = await tx.operations.find(id, 'update');
    const known = current?.action.kind === 'close-wallet' ? current.action.posting : 'unknown';
    if (known !== 'unknown') return known;
    const { posting, walletId } = action;
    if (posting === 'unknown') throw new Error(`operation ${id} knows no posting`);
    await tx.operations.setAction(id, action);
    if (posting === 'none') return posting;
    const now = clock();
    const row = pendingRow(
      {
        id: newId(),
        ownerId,
        walletId,
        categoryId: null,
        type: 'adjustment',
        direction: 'system' in posting.to ? 'out' : 'in',
        amount: posting.amount,
        currency: posting.currency,
        description: posting.note,
        ...whenAt(now, zone),
        operationId: id,
      },
      now,
    );
    await tx.transactions.insert([row]);
    return posting;
  });
}
