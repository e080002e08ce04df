import { FlorinError, invalidField, notFound } from '@florin/errors';
import { type AmountInput, isPositive, toPositive } from '../../domain/amount.ts';
import { type Stated, whenOf } from '../../domain/time/occurrence.ts';
import type { Labels, Transaction } from '../../domain/transaction.ts';
import { type OpenWallet, requireOpen } from '../../domain/wallet.ts';
import { type Covered, beginPosting } from '../operations/begin.ts';
import type { OperationNeeds } from '../operations/ports.ts';
import { runOperation } from '../operations/run.ts';
import type { Deps } from '../index.ts';
import { provideTags } from '../tags/provide-tags.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Once, Tx } from '../ports.ts';

type Transferring = OperationNeeds & Pick<Deps, 'once' | 'noteIntoLedgerAccounts'>;

/** `date`, `occurredAt` or both; default: now */
interface OwnTransfer extends Stated, Covered, Partial<Pick<Labels, 'note' | 'tags'>> {
  fromWalletId: string;
  toWalletId: string;
  /** more than 0 */
  amount: AmountInput;
  /** what comes in, between wallets of two currencies */
  toAmount?: AmountInput | undefined;
  description: string;
  /** of the row that comes in; default: `description` */
  descriptionIn?: string | undefined;
}

/**
 * Moves money between two wallets of one person: one ledger transfer, two rows (out, then in). Between two currencies that is
 * a transfer to outside and one from there, both or none. Throws INVALID_ARGUMENT on `toWalletId` for the same wallet or
 * another currency without `toAmount`, on `toAmount` for one currency, NOT_FOUND, INSUFFICIENT_FUNDS.
 */
export async function transferBetweenWallets(
  deps: Transferring,
  { ownerId, key, ...input }: Keyed<OwnTransfer>,
): Promise<Once<Transaction[]>> {
  const zone = await zoneOf(deps, ownerId);
  const { body: operationId, replayed } = await deps.once(
    { scope: `${ownerId} transfer between wallets`, key, request: input },
    (tx) => begin(deps, tx, { ...input, ownerId, zone }),
  );
  const { transactions } = await runOperation(deps, operationId, !replayed);
  return { body: transactions.toSorted((a) => (a.direction === 'out' ? -1 : 1)), replayed };
}

async function begin(
  deps: Transferring,
  tx: Tx,
  input: OwnTransfer & { ownerId: string; zone: string | undefined },
): Promise<string> {
  const { ownerId, zone, fromWalletId, toWalletId, description } = input;
  if (!isPositive(input.amount)) throw invalidField('amount', 'must be more than 0');
  if (fromWalletId === toWalletId) throw refuseTarget('must be another wallet', 'same_wallet');
  // one order of locks for both directions
  const found = new Map<string, OpenWallet>();
  for (const id of [fromWalletId, toWalletId].sort()) {
    const wallet = await tx.wallets.find(ownerId, id, 'share');
    if (!wallet || wallet.status === 'archived') {
      throw notFound(id === fromWalletId ? 'Origin wallet' : 'Destination wallet');
    }
    found.set(id, requireOpen(wallet));
  }
  const wallets = [...found.values()];
  const [currency = '', other = ''] = [fromWalletId, toWalletId].map((id) => found.get(id)?.currency);
  const into = received(input, currency, other);
  const amount = toPositive(input.amount, currency);
  const { note = '' } = input;
  const labels = { note, tags: await provideTags(deps, tx, ownerId, input.tags ?? []) };
  const when = whenOf(input, zone, deps.clock());
  const row = { categoryId: null, type: 'transfer' as const, description, ...labels, ...when };
  const rows = [
    { ...row, walletId: fromWalletId, direction: 'out' as const },
    { ...row, description: input.descriptionIn ?? description, walletId: toWalletId, direction: 'in' as const },
  ];
  return beginPosting(deps, tx, { ownerId, amount, currency, into, rows, wallets, covered: input.covered });
}

function received({ toAmount }: Pick<OwnTransfer, 'toAmount'>, currency: string, other: string) {
  if (currency === other) {
    if (toAmount) throw invalidField('toAmount', 'is for wallets of two currencies');
    return undefined;
  }
  if (!toAmount) throw refuseTarget('must have the same currency', 'currency');
  return { amount: toPositive(toAmount, other, 'toAmount'), currency: other };
}

function refuseTarget(message: string, reason: string): FlorinError {
  const errors = [{ path: 'toWalletId', message }];
  return new FlorinError('INVALID_ARGUMENT', `toWalletId: ${message}`, { errors, meta: { reason } });
}
