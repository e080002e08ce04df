import type { UseCases } from '../../app/index.ts';
import { DESCRIPTION, NAME, TYPE, amountOf, idOf, keyOf, optionalText, ownerOf, queryOf, textOf } from './input.ts';
import { toWallet } from './mapping.ts';
import type { Methods } from './methods.ts';

type WalletMethods = Pick<
  Methods,
  'listWallets' | 'queryWallets' | 'getWallet' | 'createWallet' | 'updateWallet' | 'deleteWallet'
>;

export function walletMethods(useCases: UseCases): WalletMethods {
  return {
    listWallets: async (request) => {
      const wallets = await useCases.listWallets(ownerOf(request), { limit: 499 });
      return { wallets: wallets.map(toWallet) };
    },
    queryWallets: async (request) => {
      const { rows, total } = await useCases.queryWallets(ownerOf(request), queryOf(request.query));
      return { wallets: rows.map(toWallet), total };
    },
    getWallet: async (request) => ({
      wallet: toWallet(await useCases.getWallet(ownerOf(request), idOf(request.walletId, 'Wallet'))),
    }),
    createWallet: async (request) => {
      const input = {
        type: textOf(request.type, 'type', TYPE),
        name: textOf(request.name, 'name', NAME),
        currency: textOf(request.currency, 'currency', [1, 3]).toUpperCase(),
        description: textOf(request.description, 'description', DESCRIPTION),
        balance: amountOf(request.balance, 'balance'),
        creditLimit: amountOf(request.creditLimit, 'creditLimit'),
      };
      const { wallet } = await useCases.createWallet(ownerOf(request), input, keyOf(request));
      return { wallet: toWallet(wallet) };
    },
    updateWallet: async (request) => {
      const changes = {
        name: optionalText(request.name, 'name', NAME),
        type: optionalText(request.type, 'type', TYPE),
        description: optionalText(request.description, 'description', DESCRIPTION),
        currency: optionalText(request.currency, 'currency', [1, 3])?.toUpperCase(),
        balance: amountOf(request.balance, 'balance'),
      };
      const wallet = await useCases.updateWallet(ownerOf(request), idOf(request.walletId, 'Wallet'), changes);
      return { wallet: toWallet(wallet) };
    },
    deleteWallet: async (request) => {
      await useCases.deleteWallet(ownerOf(request), idOf(request.walletId, 'Wallet'));
      return {};
    },
  };
}
