import { invalidField, notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import type { AccountStatus, Limits } from '../../domain/posting/account.ts';
import { keyOf } from '../../domain/posting/idempotency.ts';
import type { Posting, Transfer } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type {
  AccountDetails, AccountStore, AdminStore, IntegrityStore, Once, ReturnStore, ScheduleStore, Transact,
} from '../ports.ts'; // prettier-ignore
import { createReverseTransfer } from '../transfers/reverse-transfer.ts';

export interface AdminParts {
  transact: Transact;
  directory: Directory;
  accounts: AccountStore;
  admin: AdminStore;
  integrity: IntegrityStore;
  returns: ReturnStore;
  schedules: ScheduleStore;
}

/** Who does it and why, for the record; nobody else sees the reason. */
export interface ByAdmin {
  adminId: string;
  reason: string;
  key: string | undefined;
}

/**
 * Freezes, opens again or closes an account; scheduled transfers from or to a closed one end. Throws NOT_FOUND, CONFLICT
 * for a closed one, or closing one with money or with a deposit or withdrawal under way.
 */
export function createSetStatus({ transact, admin, accounts, schedules }: AdminParts) {
  return async (accountId: string, status: AccountStatus, by: ByAdmin): Promise<Once<AccountDetails>> => {
    const { adminId, reason } = by;
    const key = keyOf(adminId, by.key, JSON.stringify(['account', accountId, status, reason]));
    const { replayed } = await transact.once(key, async (tx) => {
      if (status === 'closed') await schedules.cancelOfAccount(tx, accountId);
      await admin.setStatus(tx, accountId, status);
      await admin.record(tx, { adminId, action: `account ${status}`, subjectId: accountId, reason });
    });
    return { body: await requireAccount(accounts, accountId), replayed };
  };
}

/** Undoes a transfer, also between frozen accounts. Throws as `createReverseTransfer` says. */
export function createAdminReverse({ transact, returns, admin }: AdminParts) {
  const reverse = createReverseTransfer(transact, returns);
  return ({ transferId, note, adminId, reason, key }: ByAdmin & { transferId: string; note: string }) =>
    reverse({
      transferId,
      callerId: null,
      note,
      reference: null,
      key: keyOf(adminId, key, JSON.stringify(['reverse', transferId, reason, note])),
      forced: true,
      record: (tx) => admin.record(tx, { adminId, action: 'reversal', subjectId: transferId, reason }),
    });
}

/** Sets limits of an account that differ from the defaults; null: none do. Throws NOT_FOUND. */
export function createSetLimits({ transact, admin, accounts }: AdminParts) {
  return async (
    accountId: string,
    limits: Partial<Limits> | null,
    { adminId, reason }: Omit<ByAdmin, 'key'>,
  ): Promise<AccountDetails> => {
    await transact.once(undefined, async (tx) => {
      await admin.setLimits(tx, accountId, limits);
      await admin.record(tx, { adminId, reason, action: 'limits', subjectId: accountId });
    });
    return requireAccount(accounts, accountId);
  };
}

/** Freezes every account of a user who is gone. Done twice it is done once. */
export function createFreezeUser({ transact, admin, accounts }: AdminParts) {
  return async (userId: string): Promise<void> => {
    for (const account of await accounts.ofOwners([userId])) {
      if (account.status === 'open') await transact.run((tx) => admin.setStatus(tx, account.id, 'frozen'));
    }
  };
}

/**
 * Sets a balance right: `amount` minor units come from (or, negative, go to) the adjustment account. Throws NOT_FOUND,
 * INVALID_ARGUMENT for points, INSUFFICIENT_FUNDS.
 */
export function createAdjust({ transact, directory, admin }: AdminParts) {
  return async (request: ByAdmin & { accountId: string; amount: bigint; note: string }): Promise<Once<Transfer>> => {
    const { adminId, reason, accountId, amount, note } = request;
    const account = await directory.byId(accountId);
    if (!account || account.kind === 'system') throw notFound('account');
    if (account.kind === 'points') throw invalidField('accountId', 'points are granted and spent, not adjusted');
    const { currency } = account;
    const house = await directory.system('adjustment', currency, account.id);
    const [from, to] = amount > 0n ? [house.id, account.id] : [account.id, house.id];
    const context = currentContext();
    const posting: Posting = {
      kind: 'adjustment',
      amount: amount > 0n ? amount : -amount,
      currency,
      fromAccountId: from,
      toAccountId: to,
      note,
      visibility: 'private',
      reference: null,
      forced: true,
      correlationId: context?.requestId,
      traceparent: context?.traceparent,
    };
    const key = keyOf(adminId, request.key, JSON.stringify(['adjust', accountId, String(amount), reason, note]));
    return transact.once(key, async (tx) => {
      await admin.record(tx, { adminId, action: 'adjustment', subjectId: accountId, reason });
      const [transfer] = await tx.post(posting);
      return transfer as Transfer;
    });
  };
}

/** What can be said of the books at once; `npm run verify` recomputes all of them. */
export function createIntegrity({ integrity }: AdminParts) {
  return async () => {
    const [totals, block] = await Promise.all([integrity.totals(), integrity.lastBlock()]);
    const healthy = totals.every(({ sum, negative }) => sum === 0n && negative === 0);
    return { healthy, totals, block };
  };
}

async function requireAccount(accounts: AccountStore, id: string): Promise<AccountDetails> {
  const [account] = await accounts.byIds([id]);
  if (!account) throw notFound('account');
  return account;
}
