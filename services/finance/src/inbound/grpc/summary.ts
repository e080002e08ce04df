import { PERIOD_KINDS } from '@florin/calendar';
import { invalidField } from '@florin/errors';
import type { UseCases } from '../../app/index.ts';
import type { Methods } from './index.ts';
import { categorySumView, dayIn, idOf, ownerOf, transactionView, walletView } from './mapping.ts';

export function summaryMethods(useCases: UseCases): Pick<Methods, 'getWalletSummary' | 'getSummary'> {
  const day = (ownerId: string, text: string, field: string) => dayIn(text, field, () => useCases.getTimeZone(ownerId));
  return {
    getWalletSummary: async (request) => {
      const ownerId = ownerOf(request);
      const walletId = idOf(request.walletId, 'Wallet');
      const kind = PERIOD_KINDS.find((each) => each === request.period);
      if (!kind) throw invalidField('period', `must be one of ${PERIOD_KINDS.join(', ')}`);
      const at = request.at === '' ? undefined : await day(ownerId, request.at, 'at');
      const { wallet, transactions, sums, period } = await useCases.getWalletSummary({ ownerId, walletId, kind, at });
      return {
        wallet: walletView(wallet),
        transactions: transactions.map(transactionView),
        summary: sums.map(categorySumView),
        periodStart: period.start,
        periodEnd: period.end,
      };
    },
    getSummary: async (request) => {
      const ownerId = ownerOf(request);
      const { start, end } = request;
      const walletId = request.walletId === '' ? undefined : idOf(request.walletId, 'Wallet');
      const span =
        start === '' && end === ''
          ? { period: 'month' as const }
          : { from: { day: await day(ownerId, start, 'start') }, to: { day: await day(ownerId, end, 'end') } };
      const { data } = await useCases.getSummary({ ownerId, walletId, ...span });
      return {
        currencies: data.map(({ currency, balance, income, expense, debt, owed }) => ({
          currency,
          balance: balance.toString(),
          income: income.toString(),
          expense: expense.toString(),
          debt: debt.toString(),
          owed: owed.toString(),
        })),
        categories: data.flatMap(({ currency, byCategory }) =>
          byCategory.map((sum) => categorySumView({ ...sum, currency })),
        ),
      };
    },
  };
}
