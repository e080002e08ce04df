import { formatMajor } from '@florin/money';
import { csvLine } from '@florin/service-kit';
import type { Statement } from '../../../app/accounts/get-statement.ts';

/** RFC 4180 with a header line; amounts in major units. Opening and closing balance are lines of their own. */
export function statementCsv({ account, from, to, opening, closing, lines }: Statement): string {
  const money = (amount: bigint) => formatMajor(amount, account.currency);
  const rows = [
    ['date', 'kind', 'note', 'counterparty', 'amount', 'balance', 'currency', 'transfer'],
    [from.toISOString(), 'opening balance', '', '', '', money(opening), account.currency, ''],
    ...lines.map((line) => [
      line.postedAt.toISOString(),
      line.kind,
      line.note,
      line.counterpartyId ?? '',
      money(line.amount),
      money(line.balanceAfter),
      account.currency,
      line.transferId,
    ]),
    [to.toISOString(), 'closing balance', '', '', '', money(closing), account.currency, ''],
  ];
  return rows.map(csvLine).join('');
}
