import { RESTORE, isWorkedOn, type Import, type ImportRow } from '../../../domain/imports/import.ts';
import { toJsonAmount } from '@florin/money';
import { sumView } from '../views.ts';

export function importView(one: Import) {
  const { id, status, walletId, fileName, format, encoding, counts, firstDate, lastDate, problems, warnings } = one;
  const isRestore = format === RESTORE || one.asked.format === RESTORE;
  const { passedOver: _passedOver, ...shown } = counts;
  const sums = new Map<string, bigint>();
  for (const { currency, sum } of one.accounts) sums.set(currency, (sums.get(currency) ?? 0n) + sum);
  return {
    ...{ id, status, walletId: isRestore ? null : walletId, fileName, format, encoding, counts: shown },
    sums: [...sums].map(([currency, sum]) => ({ currency, amount: sumView(sum) })),
    ...{ firstDate, lastDate, problems, warnings, mapping: one.mapping },
    accounts: one.accounts.map(({ account, currency, rows, sum }) => ({
      account,
      currency,
      rows,
      amount: sumView(sum),
    })),
    progress: progressOf(one),
    error: one.error,
    createdAt: one.createdAt,
  };
}

function progressOf(one: Import): number {
  const { done, total } = one;
  if (!isWorkedOn(one)) return 1;
  return total === 0 ? 0 : Math.round(Math.min(0.99, done / total) * 1_000) / 1_000;
}

export function importRowView(row: ImportRow) {
  const { position, line, state, date, currency, description, counterparty, category, account, bankId } = row;
  return {
    ...{ number: position, line, status: state, date, amount: toJsonAmount(row.amount), currency },
    ...{ description, counterparty, category, account, bankId },
    splits: row.parts.map((part) => ({
      ...{ amount: toJsonAmount(BigInt(part.amount)), category: part.category, description: part.description },
    })),
    ...{ duplicateOf: row.duplicateOf, transactionId: row.transactionId },
  };
}
