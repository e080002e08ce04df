import type { Route } from '@florin/service-kit';
import { z } from 'zod';
import type { UseCases } from '../../../app/index.ts';
import { newWalletBody, walletChangesBody, walletReply } from '../schemas.ts';
import { walletView } from '../views.ts';
import { resourceRoutes } from './resource.ts';

export function walletRoutes(useCases: UseCases): Route[] {
  return resourceRoutes({
    tag: 'wallets',
    schema: walletReply,
    view: walletView,
    time: ({ createdAt }) => createdAt,
    create: {
      summary: 'Open a wallet, with an opening balance if wanted',
      body: newWalletBody,
      errors: ['LIMIT_EXCEEDED', 'UNAVAILABLE'],
      run: useCases.createWallet,
    },
    list: {
      summary: 'Own wallets with their balances, oldest first',
      filter: z.strictObject({}),
      errors: ['UNAVAILABLE'],
      run: useCases.listWallets,
    },
    get: { summary: 'One wallet', errors: ['NOT_FOUND', 'UNAVAILABLE'], run: useCases.getWallet },
    change: {
      summary: 'Rename a wallet, or correct its balance by an adjustment',
      body: walletChangesBody,
      errors: ['NOT_FOUND', 'CONFLICT', 'INSUFFICIENT_FUNDS', 'UNAVAILABLE'],
      run: useCases.updateWallet,
    },
    remove: {
      summary: 'Delete a wallet; what it holds is posted out, its transactions stay',
      errors: ['NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'],
      run: useCases.deleteWallet,
    },
  });
}
