import type { Import } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import type { Tx } from '../ports.ts';

/**
 * Decides what becomes of the rows of a full export, by what the person has and leaves out, and makes the import ready unless it
 * is committed already. Rows that are here, as they were or as an earlier import made them, are duplicates; those of
 * wallets that were deleted here or hold money are skipped.
 */
export async function decideRestore({ clock }: Pick<Deps, 'clock'>, tx: Tx, one: Import): Promise<Import> {
  const { id, ownerId, asked } = one;
  const closed = await tx.restored.closedWallets({ id, ownerId });
  await tx.importRows.decideRestored(one, { account: asked.account ?? null, leaveOut: asked.leaveOut ?? [], closed });
  const states = await tx.importRows.countByState(id);
  const days = await tx.importRows.days(id);
  const warnings =
    closed.length === 0 || states.skipped === 0
      ? []
      : [{ line: 1, message: 'Rows of wallets that were deleted here, or whose money is real, are not made anew' }];
  const rows = states.new + states.duplicate + states.skipped;
  const counts = {
    ...{ rows, new: states.new, duplicates: states.duplicate, skipped: states.skipped },
    ...{ problems: one.counts.problems, passedOver: 0 },
  };
  const { format, encoding, mapping, problems } = one;
  return tx.imports.update(
    id,
    {
      ...{ format, encoding, mapping, problems, warnings, counts, accounts: await tx.importRows.accounts(id) },
      ...{ firstDate: days.first, lastDate: days.last, error: null },
      status: one.status === 'committing' ? 'committing' : 'ready',
    },
    clock(),
  );
}
