import { invalidField } from '@florin/errors';
import type { LedgerServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { PayOut__Output } from '@florin/proto/gen/ledger/florin/ledger/v1/PayOut.ts';
import type { UseCases } from '../../app/index.ts';
import type { PayOut } from '../../app/users/pay-out.ts';
import { accountMessage, amount, currency, id, length, oneOf, readIds } from './mapping.ts';

export function accountMethods(useCases: UseCases) {
  return {
    openAccount: async ({ ownerId, currency: code, kind, reference, creditLimit }) => {
      const account = await useCases.openAccount({
        ownerId: id(ownerId, 'owner_id'),
        currency: currency(code),
        kind: oneOf(kind, ['main', 'wallet', 'points'], 'kind'),
        reference: length(reference, 'reference', 0, 200),
        creditLimit: creditLimit === '' ? 0n : amount(creditLimit, 'credit_limit', 0n),
      });
      return { account: accountMessage(account) };
    },
    setCreditLimit: async (request) => {
      const account = await useCases.setCreditLimit({
        ownerId: id(request.ownerId, 'owner_id'),
        accountId: id(request.accountId, 'account_id'),
        creditLimit: amount(request.creditLimit, 'credit_limit', 0n),
      });
      return { account: accountMessage(account) };
    },
    getAccounts: async ({ ids, ownerId, ownerIds }) => {
      const owners = readIds(ownerId === '' ? ownerIds : [ownerId, ...ownerIds], 'owner_ids', 1_000);
      const found = await useCases.findAccounts({ ids: readIds(ids, 'ids', 500), ownerIds: owners });
      return { accounts: found.map(accountMessage) };
    },
    beginClosing: async ({ userId, payOut }) => {
      const closing = { userId: id(userId, 'user_id'), payOut: payOut ? readPayOut(payOut) : undefined };
      const { accounts, pending } = await useCases.beginClosing(closing);
      const balances = accounts.map(({ id: accountId, currency: code, posted, held }) => ({
        accountId,
        currency: code,
        posted: String(posted),
        held: String(held),
      }));
      return { balances, ...pending };
    },
    abandonClosing: async ({ userId }) => {
      await useCases.abandonClosing(id(userId, 'user_id'));
      return {};
    },
  } satisfies Partial<GrpcMethods<LedgerServiceDefinition>>;
}

function readPayOut({ withdrawal, ...to }: PayOut__Output): PayOut {
  if (withdrawal) return { withdrawal: { method: withdrawal.method === '' ? undefined : withdrawal.method } };
  if (to.userId !== undefined) return { to: { userId: id(to.userId, 'pay_out.user_id') } };
  if (to.username !== undefined) return { to: { username: to.username } };
  if (to.email !== undefined) return { to: { email: to.email } };
  if (to.mobile !== undefined) return { to: { mobile: to.mobile } };
  throw invalidField('pay_out', 'must name a person or a withdrawal');
}
