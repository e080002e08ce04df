import type { UserName } from '../directory/ports.ts';
import { startFunding } from '../fundings/start-funding.ts';
import type { Deps } from '../index.ts';
import { sendTransfer } from '../transfers/send-transfer.ts';

/** Where a person's money goes when the account is closed. */
export type PayOut = { to: UserName } | { withdrawal: { method: string | undefined } };

/**
 * Pays all that is free in the person's main accounts to another person, or outside. What a refusal leaves behind is paid by
 * the next call: each pays what is there by then. Throws as sendTransfer and startFunding do, limits included.
 */
export async function payOutAll(deps: Deps, userId: string, payOut: PayOut): Promise<void> {
  for (const { id: accountId, kind, currency, posted, held } of await deps.accounts.ofOwners([userId])) {
    const amount = posted - held;
    if (kind !== 'main' || amount <= 0n) continue;
    const from = { callerId: userId, amount, currency, key: undefined };
    if ('to' in payOut) {
      await sendTransfer(deps, { ...from, to: payOut.to, note: 'Account closed', visibility: 'private' });
    } else {
      await startFunding(deps, { ...from, direction: 'withdrawal', accountId, method: payOut.withdrawal.method });
    }
  }
}
