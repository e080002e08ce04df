import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Transfer } from '../../domain/posting/posting.ts';
import type { Deps } from '../index.ts';
import type { Once } from '../ports.ts';
import { reverseTransfer } from '../transfers/reverse-transfer.ts';
import type { ByAdmin } from './ports.ts';

/** Undoes a transfer, also between frozen accounts, on record with the reason. Throws as `reverseTransfer` says. */
export function reverseAnyTransfer(
  deps: Deps,
  { transferId, note, adminId, reason, key }: ByAdmin & { transferId: string; note: string },
): Promise<Once<Transfer>> {
  return reverseTransfer(deps, {
    transferId,
    callerId: null,
    note,
    reference: null,
    key: keyOf(adminId, key, ['reverse', transferId, reason, note]),
    forced: true,
    record: (tx) => deps.admin.record(tx, { adminId, action: 'reversal', subjectId: transferId, reason }),
  });
}
