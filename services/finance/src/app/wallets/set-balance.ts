import type { AmountInput } from '../../domain/amount.ts';
import { type Stated, whenOf } from '../../domain/time/occurrence.ts';
import type { Deps } from '../index.ts';
import { runOperation } from '../operations/run.ts';
import { zoneOf } from '../owners/zone-of.ts';
import type { Keyed, Once } from '../ports.ts';
import { type Adjusting, beginAdjustment, finishPending } from './adjust-balance.ts';
import type { WalletWithBalance } from './balances.ts';
import { getWallet } from './get-wallet.ts';

/** `date`: the day of the adjustment; default: today */
interface SetBalance extends Pick<Stated, 'date'> {
  id: string;
  balance: AmountInput;
  description?: string | undefined;
}

/**
 * Brings a wallet to the balance that it really has, by an adjustment: neither income nor expense. Throws NOT_FOUND,
 * INVALID_ARGUMENT, CONFLICT while money of it is on its way or for a wallet whose money comes over the ledger only.
 */
export async function setBalance(
  deps: Adjusting & Pick<Deps, 'once'>,
  { ownerId, key, ...input }: Keyed<SetBalance>,
): Promise<Once<WalletWithBalance>> {
  const { id, balance, date, description = 'Balance adjusted' } = input;
  await finishPending(deps, { ownerId, id });
  const when = whenOf({ date }, await zoneOf(deps, ownerId), deps.clock());
  const { body: operationId, replayed } = await deps.once(
    { scope: `${ownerId} set balance`, key, request: input },
    (tx) => beginAdjustment(deps, tx, { ownerId, walletId: id, balance, description, ...when }),
  );
  if (operationId !== null) await runOperation(deps, operationId, !replayed);
  return { body: await getWallet(deps, { ownerId, id }), replayed };
}
