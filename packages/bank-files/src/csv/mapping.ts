import type { DecimalMark } from '../text/amount.ts';
import type { DateOrder } from '../text/date.ts';

export const COLUMNS = [
  'date',
  'amount',
  'debit',
  'credit',
  'side',
  'currency',
  'text',
  'memo',
  'counterparty',
  'id',
  'account',
  'category',
  'balance',
  'status',
] as const;
export type Column = (typeof COLUMNS)[number];
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How the columns of a file are read: detected, and corrected by whoever knows better. */
export interface Mapping {
  delimiter: Delimiter;
  /** the record that names the columns, from 1; 0 for none */
  headerRecord: number;
  header: string[];
  /** which column of a record, from 0; either `amount` or `debit` and `credit` */
  columns: Partial<Record<Column, number>>;
  dateOrder: DateOrder;
  decimal: DecimalMark;
  /** whether money that went out stands without a minus, as in files of cards */
  invert: boolean;
  /** whether the debit column has its minus already */
  debitSigned: boolean;
}

/** Names of columns in the languages of most banks, the better ones first; compared without accents and signs. */
const NAMES: Record<Column, readonly RegExp[]> = {
  date: [
    /^(booking|posting|posted|post|transaction|trans|completed|booked|started) ?date( utc)?$|^date (operation|comptable|de comptabilisation|posted)$/,
    /^(date|datum|fecha|data|day|buchungstag|buchungsdatum|boekdatum|bokforingsdag|bokforingsdatum|dato|paivamaara|kirjauspaiva|tarih|дата)$/,
    /^(data (contabile|operazione|operacji|transakcji|lancamento)|fecha (de )?(operacion|contable|movimiento)|rentedatum|дата операции|日付|取引日|お取引日|年月日|交易日期|交易时间|日期|거래일|거래일자|거래일시|التاريخ|تاريخ)$/,
    /^(value date|valuta|valutadatum|wertstellung|date valeur|date de valeur|fecha valor|data valuta)$/,
    /(^| )(date|datum|fecha|data)( |$)/,
  ],
  amount: [
    /^(amount|montant|betrag|importe|importo|valor|bedrag|belop|belob|kwota|suma|сумма|сумма операции|castka|osszeg|金額|金额|거래금액|المبلغ|مبلغ|tutar|umsatz|maara)( (in )?[a-z]{3})?$/,
    /^(transaction amount|amount (eur|usd|gbp|local)|net|amount net|金额 元|kwota operacji|monto)( |$)/,
    /(^| )(amount|montant|betrag|importe|importo|bedrag)( |$)/,
  ],
  debit: [
    /^(debit|debits|debit amount|outflow|withdrawals?|withdrawal amount|money out|paid out|out|soll|belastung|debet|cargo|cargos|dare|uscite|sortie|depenses?|ausgaben?|расход|支出|出金|お支払金額|お引出し|출금|출금액|مدين)( (in )?[a-z]{3})?$/,
  ],
  credit: [
    /^(credit|credits|credit amount|inflow|deposits?|deposit amount|money in|paid in|in|haben|gutschrift|abono|abonos|avere|entrate|entree|recettes?|einnahmen?|приход|收入|入金|お預入れ|お預り金額|입금|입금액|دائن)( (in )?[a-z]{3})?$/,
  ],
  side: [
    /^(debit credit|credit debit|debit or credit|credit debit indicator|dc|d c|c d|cd|dr cr|cr dr|soll haben|s h|sh|af bij|bij af|direction|sign|sens|收 支|收 付|type|transaction type|typ)$/,
  ],
  currency: [
    /^(currency|currency code|devise|wahrung|waehrung|divisa|moneda|moeda|munt|valuta|valuta code|waluta|валюта|通貨|币种|통화|العملة)$/,
  ],
  text: [
    /^(description|transaction description|libelle|label|verwendungszweck|concepto|descrizione|descricao|omschrijving|mededelingen|beskrivning|opis|tytul|описание|описание операции|назначение платежа|popis|leiras|摘要|取引内容|お取引内容|内容|商品|적요|내용|الوصف|البيان|aciklama|remarque|remarks?|narrative|particulars|causale|selite)$/,
    /^(text|buchungstext|details?)$/,
    /(^| )(description|libelle|verwendungszweck|details|text)( |$)/,
  ],
  memo: [
    /^(memo|notes?|comments?|extended details|details?|detail|reference|mededelingen|additional information|备注|備考|メモ|memo description)$/,
  ],
  counterparty: [
    /^(payee|name|merchant|counterparty|counterparty name|beneficiary|beguenstigter zahlungspflichtiger|auftraggeber empfanger|empfanger|zahlungsempfanger|naam tegenpartij|naam omschrijving|tiers|beneficiario|交易对方|交易对方名称|相手先|받는분|contragent|контрагент)$/,
    /^(beguenstigter|begunstigter|name zahlungsbeteiligter|auftraggeber)/,
  ],
  id: [
    /^(id|transaction id|transferwise id|transactionid|transaction reference|reference number|unique id|fitid|journal id|trade no|交易号|交易订单号|取引番号|거래번호|operation number|transactie id|transaction number|external id)$/,
  ],
  account: [
    /^(account|account number|account name|iban|konto|kontonummer|auftragskonto|rekening|compte|cuenta|conto|رقم الحساب)$/,
  ],
  category: [/^(category|categorie|kategorie|categoria|categoría|分类|カテゴリ)$/],
  balance: [
    /^(balance|running balance|running bal|account balance|solde|saldo|kontostand|saldo na mutatie|saldo nach buchung|saldo despues|disponibile|残高|差引残高|余额|账户余额|잔액|거래후잔액|الرصيد|остаток|bakiye)( (in )?[a-z]{3})?$/,
  ],
  status: [/^(status|state|transaction status|statut|umsatzstatus|stato|estado|etat|交易状态|当前状态|상태)$/],
};
/** a column is given to the first of these that wants it */
const ORDER: readonly Column[] = [
  'date',
  'amount',
  'debit',
  'credit',
  'side',
  'currency',
  'balance',
  'status',
  'id',
  'text',
  'counterparty',
  'memo',
  'account',
  'category',
];

/** A name without accents, case and signs. */
export function plainName(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which columns these names tell of. */
export function columnsOfHeader(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map(plainName);
  const columns: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  for (const column of ORDER) {
    const found = NAMES[column]
      .map((name) => names.findIndex((text, index) => !taken.has(index) && name.test(text)))
      .find((index) => index >= 0);
    if (found === undefined) continue;
    columns[column] = found;
    taken.add(found);
  }
  return columns;
}
