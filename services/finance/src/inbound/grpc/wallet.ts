import type { UseCases } from '../../app/index.ts';
import { MAX_LISTED_WALLETS } from '../../domain/limits.ts';
import type { Methods } from './index.ts';
import {
  DESCRIPTION,
  NAME,
  TYPE,
  idOf,
  optionalText,
  orderOf,
  ownerOf,
  queryOf,
  sumOf,
  textOf,
  walletView,
} from './mapping.ts';

type WalletMethods = Pick<
  Methods,
  'listWallets' | 'queryWallets' | 'getWallet' | 'createWallet' | 'updateWallet' | 'deleteWallet'
>;

const own = (request: { userId: string; walletId: string }) => ({
  ownerId: ownerOf(request),
  id: idOf(request.walletId, 'Wallet'),
});

export function walletMethods(useCases: UseCases): WalletMethods {
  return {
    listWallets: async (request) => {
      const slice = { limit: MAX_LISTED_WALLETS };
      return { wallets: (await useCases.listWallets({ ownerId: ownerOf(request), slice })).map(walletView) };
    },
    queryWallets: async (request) => {
      const { rows, total } = await useCases.queryWallets(queryOf(request));
      return { wallets: rows.map(walletView), total };
    },
    getWallet: async (request) => ({ wallet: walletView(await useCases.getWallet(own(request))) }),
    createWallet: async (request) => {
      const wallet = {
        type: textOf(request.type, 'type', TYPE),
        name: textOf(request.name, 'name', NAME),
        currency: textOf(request.currency, 'currency', { min: 1, max: 3 }).toUpperCase(),
        description: textOf(request.description, 'description', DESCRIPTION),
        balance: sumOf(request.balance, 'balance'),
        creditLimit: sumOf(request.creditLimit, 'creditLimit'),
      };
      return { wallet: walletView((await useCases.createWallet({ ...orderOf(request), ...wallet })).body) };
    },
    updateWallet: async (request) => {
      const changes = {
        name: optionalText(request.name, 'name', NAME),
        type: optionalText(request.type, 'type', TYPE),
        description: optionalText(request.description, 'description', DESCRIPTION),
        currency: optionalText(request.currency, 'currency', { min: 1, max: 3 })?.toUpperCase(),
        balance: sumOf(request.balance, 'balance'),
      };
      return { wallet: walletView(await useCases.updateWallet({ ...own(request), ...orderOf(request), changes })) };
    },
    deleteWallet: async (request) => {
      await useCases.deleteWallet({ ...own(request), ...orderOf(request) });
      return {};
    },
  };
}
