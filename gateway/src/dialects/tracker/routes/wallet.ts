import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { requireAll } from '../errors.ts';
import { idParams, walletBody, walletChanges } from '../schemas.ts';
import {
  ACCESS_ERRORS,
  CREATED,
  UPDATED,
  documented,
  documentedError,
  sent,
  shortWalletView,
  success,
  walletView,
} from '../views.ts';
import { missing, rowRoutes } from './row.ts';

const common = { tag: 'Wallets', access: 'session' } as const;
const PATH = '/api/v1/finance/wallet';
const DEFAULT_CURRENCY = 'IDR';

const SHORT = {
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  type: 'Cash',
  name: 'Pocket',
  currency: 'IDR',
  balance: 50_000,
  description: '',
};
const STAMPS = { createdAt: '2026-11-21T09:00:00.000Z', updatedAt: '2026-11-21T09:00:00.000Z' };
const EXAMPLE = { ...SHORT, ...STAMPS };
const MISSING = missing('wallet');

/** Wallets; a new one is in Indonesian rupiah unless it names another currency. */
export const walletRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: PATH,
    summary: 'Open a wallet',
    ...common,
    once: true,
    body: walletBody,
    example: { type: 'Cash', name: 'Pocket', balance: 50_000, currency: 'IDR', description: '' },
    replies: { 200: documented(CREATED, EXAMPLE), 400: documentedError('Name is required'), ...ACCESS_ERRORS },
    handler: async ({ body, session, idempotencyKey }, { clients }) => {
      const { type, name, currency, description, balance, creditLimit } = body;
      requireAll({ Type: type, Name: name });
      const made = await clients.finance.createWallet({
        userId: session.identity.userId,
        type,
        name,
        currency: currency === '' ? DEFAULT_CURRENCY : currency,
        description,
        balance: balance ?? null,
        creditLimit: creditLimit ?? null,
        idempotencyKey,
      });
      return success(CREATED, walletView(sent(made.wallet)));
    },
  }),
  ...rowRoutes({
    path: PATH,
    tag: common.tag,
    one: 'wallet',
    many: 'wallets',
    filters: ['type', 'name', 'currency'],
    example: EXAMPLE,
    short: SHORT,
    page: async (clients, userId, query) => {
      const { wallets, total } = await clients.finance.queryWallets({ userId, query });
      return { rows: wallets.map(walletView), total };
    },
    all: async (clients, userId) => (await clients.finance.listWallets({ userId })).wallets.map(shortWalletView),
    byId: async (clients, userId, id) =>
      walletView(sent((await clients.finance.getWallet({ userId, walletId: id })).wallet)),
    remove: (clients, { id, ...owner }) => clients.finance.deleteWallet({ walletId: id, ...owner }),
  }),
  dialectRoute({
    method: 'PUT',
    path: `${PATH}/:id`,
    summary: 'Change a wallet; another balance posts an adjustment',
    ...common,
    once: true,
    params: idParams,
    body: walletChanges,
    example: { name: 'Purse', balance: 75_000 },
    replies: { 200: documented(UPDATED, EXAMPLE), 404: MISSING, ...ACCESS_ERRORS },
    handler: async ({ params, body, session, idempotencyKey }, { clients }) => {
      const { balance, ...texts } = body;
      const changed = await clients.finance.updateWallet({
        userId: session.identity.userId,
        walletId: params.id,
        ...texts,
        balance: balance ?? null,
        idempotencyKey,
      });
      return success(UPDATED, walletView(sent(changed.wallet)));
    },
  }),
];
