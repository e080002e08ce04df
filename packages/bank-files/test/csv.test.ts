import { brief, readFile } from './read.ts';

const PLAIN = 'Date,Description,Amount\n2026-01-05,Baker,-12.50\n2026-01-06,Boss,100.00\n';
const PLAIN_ROWS = ['2026-01-05 -1250 Baker', '2026-01-06 10000 Boss'];

test.each([
  ['as it is', PLAIN],
  ['with CR LF', PLAIN.replaceAll('\n', '\r\n')],
  ['with CR alone', PLAIN.replaceAll('\n', '\r')],
  ['without a line end', PLAIN.trimEnd()],
  ['with blank lines', PLAIN.replaceAll('\n', '\n\n')],
  ['with semicolons and commas', PLAIN.replaceAll(',', ';').replaceAll('.', ',')],
  ['with tabs', PLAIN.replaceAll(',', '\t')],
  ['with bars', PLAIN.replaceAll(',', '|')],
  ['without a header', PLAIN.slice(PLAIN.indexOf('\n') + 1)],
  ['in quotes', PLAIN.replace(/[^,\n]+/g, '"$&"')],
  ['with lines before the header', `Bank of Examples\nAccount,0123\n\n${PLAIN}`],
])('the same rows %s', async (_what, text) => {
  const { file, rows, problems } = await readFile(text, {}, 10);
  expect([file.format, problems, brief(rows)]).toEqual(['csv', [], PLAIN_ROWS]);
});

test.each([
  [
    'Buchungstag;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Betrag;Waehrung\n05.01.26;Brot;Bäcker;-12,50;EUR',
    'Bäcker',
  ],
  ['Date opération;Libellé;Débit;Crédit\n05/01/2026;Brot;12,50;\n25/01/2026;Gehalt;;1 000,00', ''],
  ['Fecha operación;Concepto;Importe;Saldo\n05/01/2026;Brot;-12,50;1.000,00\n25/01/2026;X;1;1.001,00', ''],
  [
    '"Datum","Naam / Omschrijving","Rekening","Af Bij","Bedrag (EUR)","Mededelingen"\n"20260105","Bakker","NL1","Af","12,50","Brot"',
    'Bakker',
  ],
  ['Data,Descrizione,Uscite,Entrate\n05/01/2026,Brot,"12,50",\n25/01/2026,X,,"1,00"', ''],
  ['日付,お取引内容,お引出し,お預入れ\n2026/1/5,Brot,"1,250",\n2026/1/6,X,,1', ''],
])('reads columns named in the language of %j', async (text, counterparty) => {
  const { rows, problems } = await readFile(text, { currency: text.startsWith('日') ? 'JPY' : 'EUR' });
  expect([problems, brief(rows)[0], rows[0]?.counterparty]).toEqual([[], '2026-01-05 -1250 Brot', counterparty]);
});

test('="0123" is text', async () => {
  const { rows } = await readFile(
    'Date,Reference number,Description,Amount\n2026-01-05,="0123",="Shop",-1.00\n2026-01-06,="0124",X,2',
  );
  expect(rows[0]).toMatchObject({ id: '0123', text: 'Shop' });
});

test.each([
  ['debits without a minus', '12.50,\n2026-01-06,Boss,,100.00', [-1250n, 10000n]],
  ['debits that are negative already', '-12.50,\n2026-01-06,Boss,,100.00', [-1250n, 10000n]],
  ['zeros in the other column', '12.50,0.00\n2026-01-06,Boss,0.00,100.00', [-1250n, 10000n]],
])('two money columns: %s', async (_what, rest, expected) => {
  const { rows } = await readFile(`Date,Description,Debit,Credit\n2026-01-05,Baker,${rest}\n`);
  expect(rows.map(({ amount }) => amount)).toEqual(expected);
});

test.each([
  ['Debit', 'Credit'],
  ['D', 'C'],
  ['DR', 'CR'],
  ['S', 'H'],
  ['Af', 'Bij'],
  ['支出', '收入'],
])('the words %s and %s tell the sign', async (out, into) => {
  const { rows } = await readFile(
    `Date,Description,Debit/Credit,Amount\n2026-01-05,Baker,${out},12.50\n2026-01-06,Boss,${into},100.00\n`,
  );
  expect(brief(rows)).toEqual(PLAIN_ROWS);
});

test('a card whose purchases have no minus is turned, by its payments', async () => {
  const { file, rows, warnings } = await readFile(
    'Date,Description,Amount\n01/05/2026,SHOP,12.50\n01/15/2026,CINEMA,20.00\n01/20/2026,AUTOPAY PAYMENT - THANK YOU,-32.50\n01/21/2026,SHOP,1.00\n01/22/2026,SHOP,1.00\n',
  );
  expect([rows.map(({ amount }) => amount), file.mapping?.invert, warnings.length]).toEqual([
    [-1250n, -2000n, 3250n, -100n, -100n],
    true,
    1,
  ]);
});

test('a card whose purchases have no minus is turned, by its balances, unless somebody knows better', async () => {
  const text =
    'Date,Description,Amount,Balance\n2026-01-05,A,10.00,90.00\n2026-01-06,B,20.00,70.00\n2026-01-07,C,5.00,65.00\n';
  expect((await readFile(text)).rows.map(({ amount }) => amount)).toEqual([-1000n, -2000n, -500n]);
  expect((await readFile(text, { mapping: { invert: false } })).rows.map(({ amount }) => amount)).toEqual([
    1000n,
    2000n,
    500n,
  ]);
});

test.each([
  ['oldest first', 'A,-10.00,90.00\n2026-01-06,B,20.00,110.00\n2026-01-07,C,5.00,115.00', 0],
  ['latest first', 'A,-10.00,90.00\n2026-01-04,B,20.00,100.00\n2026-01-03,C,5.00,80.00', 0],
  ['off by a cent', 'A,-10.00,90.00\n2026-01-06,B,20.00,110.00\n2026-01-07,C,5.00,115.01', 1],
])('balances after each row, %s', async (_what, rows, expected) => {
  const { warnings } = await readFile(`Date,Description,Amount,Balance\n2026-01-05,${rows}\n`);
  expect(warnings).toHaveLength(expected);
});

test('balances before and after the rows that do not fit by a cent are a warning', async () => {
  const text = (closing: string) => `Opening balance,,100.00\n${PLAIN}Closing balance,,${closing}\n`;
  expect((await readFile(text('187.50'))).warnings).toEqual([]);
  const { rows, warnings } = await readFile(text('187.51'));
  expect([brief(rows), warnings]).toEqual([PLAIN_ROWS, [expect.stringContaining('off by 0.01 USD')]]);
});

test('amounts in brackets, with a plus, without a zero, in Arabic digits and marks', async () => {
  const { rows, problems } = await readFile(
    'Date,Description,Amount\n2026-01-05,A,+ $73.01\n2026-01-05,B,($85.00)\n2026-01-05,C,$.23\n٢٠٢٦-٠١-٠٥,D,\u200f-١٬٢٣٤٫٥٠\n',
  );
  expect([problems, rows.map(({ amount }) => amount)]).toEqual([[], [7301n, -8500n, 23n, -123450n]]);
});

test('a newline inside quotes is a blank, and lines are counted on', async () => {
  const { rows, problems } = await readFile(
    'Date,Description,Amount\n2026-01-05,"Baker\nin town",-12.50\n2026-01-06,X,oops\n',
  );
  expect([brief(rows), problems]).toEqual([['2026-01-05 -1250 Baker in town'], ['4:14 "oops" is no amount']]);
});

test('pending rows and what mirrors them are passed over', async () => {
  const { rows, skipped } = await readFile(
    'Date,Description,Amount,Status\n2026-01-05,Shop,-12.50,Pending\n2026-01-05,Shop,12.50,Reverted\n2026-01-06,Shop,-12.50,Completed\n2026-01-06,PENDING Shop,-1.00,Completed\n',
  );
  expect([brief(rows), skipped]).toEqual([['2026-01-06 -1250 Shop'], ['2 pending', '3 pending', '5 pending']]);
});

test('a quote that is never closed costs its own line', async () => {
  const { rows, problems } = await readFile(
    `Date,Description,Amount\n2026-01-05,"Baker,-12.50\n${'2026-01-06,Boss,100.00\n'.repeat(5_000)}`,
  );
  expect([rows.length, problems]).toEqual([5_000, ['2:1 A quote is opened and never closed']]);
});

test('faults are told with line and column, a footer is passed over', async () => {
  const { rows, problems, skipped } = await readFile(
    'Date,Description,Amount\n2026-13-05,A,1\n2026-01-05,B,1.005\n2026-01-06,C,7.25\nTotal,,3\n',
  );
  expect(problems).toEqual(['2:1 "2026-13-05" is no date', '3:14 "1.005" has more decimals than USD, which has 2']);
  expect([brief(rows), skipped]).toEqual([['2026-01-06 725 C'], ['5 no date']]);
});

test('columns that are corrected are read as told', async () => {
  const text = 'When,What,In,Out\n05/04/2026,Shop,0,5\n06/04/2026,Boss,7,0\n';
  expect((await readFile(text)).problems).toEqual([]);
  const { rows } = await readFile(text, {
    mapping: { columns: { date: 0, text: 1, credit: 2, debit: 3 }, dateOrder: 'mdy' },
  });
  expect(brief(rows)).toEqual(['2026-05-04 -500 Shop', '2026-06-04 700 Boss']);
});

test('a file without dates or amounts says what is missing', async () => {
  const { rows, problems } = await readFile('a,b\nc,d\n');
  expect([rows, problems]).toEqual([[], [expect.stringContaining('No column of dates')]]);
});

test('the currency is the row’s, the header’s, or the one that is asked for', async () => {
  const of = async (text: string) => (await readFile(text, { currency: 'CHF' })).rows.map(({ currency }) => currency);
  expect(await of('Date,Description,Amount,Currency\n2026-01-05,A,1.00,EUR\n2026-01-05,A,1.00,JPY\n')).toEqual([
    'EUR',
    'JPY',
  ]);
  expect(await of('Date,Description,Amount (EUR)\n2026-01-05,A,1.00\n')).toEqual(['EUR']);
  expect(await of(PLAIN)).toEqual(['CHF', 'CHF']);
});

test('two equal lines are two rows, and an id that repeats is none', async () => {
  const line = '2026-01-05,Coffee,-2.00,REF\n';
  const { rows } = await readFile(`Date,Description,Amount,Transaction ID\n${line}${line}`);
  expect(rows.map(({ id }) => id)).toEqual(['', '']);
});

test.each([
  ['a purchase by MasterCard Payment', '2026-01-05,MasterCard Payment,-4.50\n2026-01-25,Income,100.00'],
  ['a deposit', '2026-01-05,Express Checkout Payment,-20.00\n2026-01-25,Bank Deposit,100.00'],
])('%s is no sign of an inverted card', async (_what, rows) => {
  expect((await readFile(`Date,Description,Amount\n${rows}\n`)).file.mapping?.invert).toBe(false);
});

test('a column of accounts that differ from row to row is not the own account, and a foreign currency not the row’s', async () => {
  const { rows } = await readFile(
    'Date,Payee,Account number,Amount (EUR),Type Foreign Currency\n2026-01-05,Shop,DE1,-4.5,JPY\n2026-01-25,Boss,DE2,100,JPY\n',
  );
  expect(rows.map(({ account, currency, amount }) => [account, currency, amount])).toEqual([
    ['', 'EUR', -450n],
    ['', 'EUR', 10000n],
  ]);
});

test('of several columns of text the one that describes is taken', async () => {
  const { file } = await readFile('Details,Posting Date,Description,Amount\nDEBIT,01/15/2026,Shop,-1.00\n');
  expect(file.mapping?.columns).toMatchObject({ text: 2, date: 1 });
});

test('a decimal mark that no amount proves parts thousands', async () => {
  const of = async (amount: string) =>
    (await readFile(`Date,Description,Amount\n2026-01-15,A,"${amount}"\n`)).rows[0]?.amount;
  expect([await of('1.234'), await of('1,234'), await of('-12')]).toEqual([123400n, 123400n, -1200n]);
});
