import { notFound } from '@florin/errors';
import { type Import, type ImportStatus, requireStatus } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';
import { withBalances } from '../wallets/balances.ts';
import { getImport } from './get-import.ts';

export type BeginWork = Pick<Deps, 'stores' | 'transact' | 'ledger' | 'clock'>;

interface Beginning {
  /** what it must be, what it is while a job works, and what it is in the end: then nothing is begun any more */
  from: ImportStatus;
  through: ImportStatus;
  to: ImportStatus;
  /** Locks what is needed. Throws what refuses the work; `balance` is that of the wallet. */
  check: (tx: Tx, one: Import, balance: bigint) => Promise<void>;
}

/** Lets a job work on an import. Throws NOT_FOUND, CONFLICT for one in another state, UNAVAILABLE without the ledger. */
export async function beginWork(
  deps: BeginWork,
  { ownerId, id }: { ownerId: string; id: string },
  { from, through, to, check }: Beginning,
): Promise<Import> {
  const { transact, clock } = deps;
  const isBegun = ({ status }: Import) => status === through || status === to;
  const known = await getImport(deps, { ownerId, id });
  if (isBegun(known)) return known;
  requireStatus(known, from);
  const balance = await balanceOf(deps, known);
  return transact(async (tx) => {
    const one = await tx.imports.find(ownerId, id, 'update');
    if (!one) throw notFound('Import');
    if (isBegun(one)) return one;
    requireStatus(one, from);
    await check(tx, one, balance);
    const now = clock();
    const work = { done: 0, total: one.counts.new, attempts: 0, version: one.version + 1, nextAttemptAt: now };
    return tx.imports.update(id, { status: through, error: null, ...work }, now);
  });
}

/** What the wallet of an import holds, as the ledger has it. */
export async function balanceOf(
  { stores, ledger }: Pick<Deps, 'stores' | 'ledger'>,
  { ownerId, walletId }: Pick<Import, 'ownerId' | 'walletId'>,
): Promise<bigint> {
  const wallet = await stores.wallets.find(ownerId, walletId);
  const [known] = wallet ? await withBalances(ledger, [wallet]) : [];
  return known?.balance ?? 0n;
}
