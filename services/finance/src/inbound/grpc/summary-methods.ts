import { invalidField } from '@florin/errors';
import type { UseCases } from '../../app/index.ts';
import { PERIOD_KINDS } from '../../domain/time/period.ts';
import { dayOf, idOf, ownerOf } from './input.ts';
import { toCategorySum, toTransaction, toWallet } from './mapping.ts';
import type { Methods } from './methods.ts';

export function summaryMethods(useCases: UseCases): Pick<Methods, 'getWalletSummary' | 'getSummary'> {
  const day = (userId: string, text: string, field: string) => dayOf(text, field, () => useCases.timeZoneOf(userId));
  return {
    getWalletSummary: async (request) => {
      const userId = ownerOf(request);
      const walletId = idOf(request.walletId, 'Wallet');
      const kind = PERIOD_KINDS.find((each) => each === request.period);
      if (!kind) throw invalidField('period', `must be one of ${PERIOD_KINDS.join(', ')}`);
      const at = request.at === '' ? undefined : await day(userId, request.at, 'at');
      const { wallet, transactions, sums, period } = await useCases.getWalletSummary(userId, walletId, kind, at);
      return {
        wallet: toWallet(wallet),
        transactions: transactions.map(toTransaction),
        summary: sums.map(toCategorySum),
        periodStart: period.start,
        periodEnd: period.end,
      };
    },
    getSummary: async (request) => {
      const userId = ownerOf(request);
      const { start, end } = request;
      const walletId = request.walletId === '' ? undefined : idOf(request.walletId, 'Wallet');
      const span =
        start === '' && end === ''
          ? { period: 'month' as const }
          : { from: { day: await day(userId, start, 'start') }, to: { day: await day(userId, end, 'end') } };
      const { data } = await useCases.getSummary(userId, { walletId, ...span });
      return {
        currencies: data.map(({ currency, balance, income, expense, debt }) => ({
          currency,
          balance: balance.toString(),
          income: income.toString(),
          expense: expense.toString(),
          debt: debt.toString(),
        })),
        categories: data.flatMap(({ currency, byCategory }) =>
          byCategory.map((sum) => toCategorySum({ ...sum, currency })),
        ),
      };
    },
  };
}
