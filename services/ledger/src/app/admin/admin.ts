import { notFound } from '@florin/errors';
import { currentContext } from '@florin/service-kit';
import type { AccountStatus, Limits } from '../../domain/posting/account.ts';
import { idempotencyKey } from '../../domain/posting/idempotency.ts';
import type { Posting, Transfer } from '../../domain/posting/posting.ts';
import type { Directory } from '../directory.ts';
import type { AccountDetails, AccountStore, AdminStore, IntegrityStore, Once, Transact } from '../ports.ts';
import { invalidField } from '@florin/errors';

export interface AdminParts {
  transact: Transact;
  directory: Directory;
  accounts: AccountStore;
  admin: AdminStore;
  integrity: IntegrityStore;
}

/** Who does it and why, for the record. */
export interface ByAdmin {
  adminId: string;
  reason: string;
}

/** Freezes, opens again or closes an account. Throws NOT_FOUND, CONFLICT for a closed one or closing one with money. */
export function createSetStatus({ transact, admin, accounts }: AdminParts) {
  return async (accountId: string, status: AccountStatus, { adminId, reason }: ByAdmin): Promise<AccountDetails> => {
    await transact.once(undefined, async (tx) => {
      await admin.setStatus(tx, accountId, status);
      await admin.record(tx, { adminId, action: `account ${status}`, subjectId: accountId, reason });
    });
    return requireAccount(accounts, accountId);
  };
}

/** Sets limits of an account that differ from the defaults; null: none do. Throws NOT_FOUND. */
export function createSetLimits({ transact, admin, accounts }: AdminParts) {
  return async (accountId: string, limits: Partial<Limits> | null, by: ByAdmin): Promise<AccountDetails> => {
    await transact.once(undefined, async (tx) => {
      await admin.setLimits(tx, accountId, limits);
      await admin.record(tx, { ...by, action: 'limits', subjectId: accountId });
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
  return async (
    request: ByAdmin & { accountId: string; amount: bigint; key: string | undefined },
  ): Promise<Once<Transfer>> => {
    const { adminId, reason, accountId, amount, key } = request;
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
      note: reason,
      visibility: 'private',
      reference: null,
      forced: true,
      correlationId: context?.requestId,
      traceparent: context?.traceparent,
    };
    const asked = JSON.stringify(['adjust', accountId, String(amount), reason]);
    return transact.once(key === undefined ? undefined : idempotencyKey(adminId, key, asked), async (tx) => {
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
