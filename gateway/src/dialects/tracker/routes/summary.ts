import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { pickedDays } from '../calls.ts';
import { badRequest } from '../errors.ts';
import { summaryQuery, walletSummaryParams, walletSummaryQuery } from '../schemas.ts';
import {
  ACCESS_ERRORS,
  RETRIEVED,
  categorySumView,
  currencySumView,
  documented,
  documentedError,
  sent,
  shortWalletView,
  success,
  transactionView,
} from '../views.ts';
import { EXAMPLE } from './transaction.ts';

const common = { tag: 'Summaries', access: 'session' } as const;
const PERIODS: Record<string, string> = { '': 'week', weekly: 'week', monthly: 'month', yearly: 'year' };
const SUM = { name: 'Coffee', type: 'EXPENSE', icon: 'wallet', amount: 25_000 };

/** Sums by category, in the person's own weeks, months and years. */
export const summaryRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'GET',
    path: '/api/v1/finance/transaction/summary/:walletId',
    summary: 'One wallet in the current week, month or year',
    ...common,
    params: walletSummaryParams,
    query: walletSummaryQuery,
    replies: {
      200: documented(RETRIEVED, { Wallet: EXAMPLE.Wallet, Transactions: [EXAMPLE], Summary: [SUM] }),
      400: documentedError('Invalid period'),
      404: documentedError('Wallet not found'),
      ...ACCESS_ERRORS,
    },
    handler: async ({ params, query, session }, { clients }) => {
      const of = { userId: session.identity.userId, walletId: params.walletId };
      const name = query.period.toLowerCase();
      const period = Object.hasOwn(PERIODS, name) ? PERIODS[name] : undefined;
      if (period === undefined) {
        // the wallet is looked for first
        await clients.finance.getWallet(of);
        throw badRequest('Invalid period');
      }
      const { wallet, transactions, summary } = await clients.finance.getWalletSummary({ ...of, period });
      return success(RETRIEVED, {
        Wallet: shortWalletView(sent(wallet)),
        Transactions: transactions.map(transactionView),
        Summary: summary.map(categorySumView),
      });
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/api/v1/finance/transaction/summary-all',
    summary: 'All wallets over days, both ends included; without them the current month',
    ...common,
    query: summaryQuery,
    replies: {
      200: documented(RETRIEVED, {
        SummaryWallet: [{ currency: 'IDR', balance: 25_000, income: 50_000, expense: 25_000 }],
        SummaryTransaction: [SUM],
      }),
      400: documentedError('Start must be a day such as 2026-11-21'),
      ...ACCESS_ERRORS,
    },
    handler: async ({ query, session }, deps) => {
      const { userId } = session.identity;
      const days = await pickedDays(deps, userId, query);
      const { currencies, categories } = await deps.clients.finance.getSummary({ userId, ...days });
      return success(RETRIEVED, {
        SummaryWallet: currencies.map(currencySumView),
        SummaryTransaction: categories.map(categorySumView),
      });
    },
  }),
];
