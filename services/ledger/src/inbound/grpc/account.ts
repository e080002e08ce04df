import type { LedgerServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { accountMessage, amount, currency, id, length, oneOf, readIds } from './mapping.ts';

type Methods = Pick<
  GrpcMethods<LedgerServiceDefinition>,
  'openAccount' | 'setCreditLimit' | 'getAccounts' | 'getHoldings'
>;

export function accountMethods(useCases: UseCases): Methods {
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
    getHoldings: async ({ userId }) => {
      const { accounts, pending } = await useCases.getHoldings(id(userId, 'user_id'));
      const balances = accounts.map(({ id: accountId, currency: code, posted, held }) => ({
        accountId,
        currency: code,
        posted: String(posted),
        held: String(held),
      }));
      return { balances, ...pending };
    },
  };
}
