import { setTimeout as wait } from 'node:timers/promises';
import { operationOf } from '../../domain/ledger/posting.ts';
import type { Wallet } from '../../domain/wallet.ts';
import type { Deps } from '../index.ts';
import { CONSUMER } from '../movements/record-movements.ts';
import type { WalletWithBalance } from '../wallets/balances.ts';
import { accountsOf, addBalances } from '../wallets/balances.ts';

const LONGEST_MS = 2_000;
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 120;
/** A transfer older than this whose event has not come is late for a reason that waiting does not mend. */
const RECENT_MS = 10_000;

type Needs = Pick<Deps, 'stores' | 'ledger' | 'clock'>;

/**
 * The balances of wallets when the last transfer of each has its rows here, so that sums read right after agree with them.
 * What the ledger has just posted is waited for, two seconds at most; then the sums lag behind. Throws UNAVAILABLE without the
 * ledger.
 */
export async function agreedBalances(deps: Needs, wallets: readonly Wallet[]): Promise<WalletWithBalance[]> {
  const until = performance.now() + LONGEST_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    // balances first: rows that came since do less harm than rows that are missing
    const accounts = await accountsOf(deps.ledger, wallets);
    const last = [...accounts.values()].map(({ lastTransferId }) => lastTransferId);
    const agree = await areRecorded(deps, last);
    if (agree || performance.now() + pause > until) return addBalances(wallets, accounts);
    await wait(pause);
  }
}

async function areRecorded({ stores, ledger, clock }: Needs, transferIds: readonly string[]): Promise<boolean> {
  const since = clock().getTime() - RECENT_MS;
  const recent = transferIds.filter((id) => id !== '' && millisOf(id) > since);
  const missing = recent.length === 0 ? [] : await stores.transactions.unrecorded(CONSUMER, recent);
  if (missing.length === 0) return true;
  // what this service has undone itself has no row: its operation knows
  const references = await ledger.references(missing);
  for (const id of missing) {
    const operationId = operationOf(references.get(id) ?? null);
    const status = operationId === undefined ? undefined : await stores.operations.status(operationId);
    if (status === undefined || status === 'pending') return false;
  }
  return true;
}

/** The instant in a uuid v7, as epoch milliseconds. */
const millisOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
