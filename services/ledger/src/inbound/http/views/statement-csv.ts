import { formatMajor } from '@florin/money';
import { csvLine } from '@florin/service-kit';
import type { Statement } from '../../../app/accounts/get-statement.ts';
import { nameOf, wordsOf } from './statement-words.ts';

const COLUMNS = 'date,kind,note,counterparty,counterpartyName,counterpartyUsername,amount,balance,currency,transfer';
/** tells spreadsheets that the text is UTF-8 */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * RFC 4180 with a header line; amounts in major units. Opening and closing balance are lines of their own; the first
 * names the owner, the last the statement's number.
 */
export function statementCsv(statement: Statement, { bom = false } = {}): string {
  const { account, owner, from, to, opening, closing, lines, number } = statement;
  const money = (amount: bigint) => formatMajor(amount, account.currency);
  const balance = (at: Date, kind: string, note: string, amount: bigint) => [
    at.toISOString(),
    kind,
    note,
    '',
    '',
    '',
    '',
    money(amount),
    account.currency,
    '',
  ];
  const rows = [
    balance(from, 'opening balance', nameOf(owner, account.ownerId), opening),
    ...lines.map((line) => [
      line.postedAt.toISOString(),
      line.kind,
      line.note,
      line.counterpartyId ?? '',
      line.counterparty?.name ?? '',
      line.counterparty?.username ?? '',
      money(line.amount),
      money(line.balanceAfter),
      account.currency,
      line.transferId,
    ]),
    balance(to, 'closing balance', `Statement number ${number}`, closing),
  ];
  const text = rows.map((row) => csvLine(row.map(wordsOf))).join('');
  return `${bom ? BYTE_ORDER_MARK : ''}${COLUMNS}\r\n${text}`;
}
