import { partId, type Import } from '../../domain/imports/import.ts';
import type { RecordOf } from '../exports/records.ts';
import type { Stores } from '../ports.ts';

/** A wallet of an export, and what it is here. */
export interface PlannedWallet {
  record: RecordOf<'wallets'>;
  targetId: string;
  /** is made: it is not here yet */
  made: boolean;
  /** is here and takes no rows: it was deleted, or what it holds is money */
  closed: boolean;
}

/**
 * What the wallets of an export are here: own ones, those that an earlier import made, or new ones. One that held real
 * money elsewhere is made as a wallet that notes what was in it.
 */
export async function planWallets(
  { wallets, restored }: Pick<Stores, 'wallets' | 'restored'>,
  { id, ownerId }: Pick<Import, 'id' | 'ownerId'>,
  records: readonly RecordOf<'wallets'>[],
): Promise<Map<string, PlannedWallet>> {
  const known = await restored.known(
    ownerId,
    'wallets',
    records.map((record) => record.id),
  );
  const own = new Map((await wallets.byIds(ownerId, [...known.values()])).map((each) => [each.id, each]));
  return new Map(
    records.map((record) => {
      const here = own.get(known.get(record.id) ?? '');
      const closed = here !== undefined && (here.status !== 'open' || here.ledgerOwned);
      const targetId = here?.id ?? partId(id, `wallet ${record.id}`);
      return [record.id, { record, targetId, made: here === undefined, closed }];
    }),
  );
}
