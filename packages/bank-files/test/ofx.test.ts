import { brief, readFile } from './read.ts';

const HEADER = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE
`;

const statement = (rows: string, account = '<BANKACCTFROM><BANKID>1<ACCTID>777<ACCTTYPE>CHECKING</BANKACCTFROM>') =>
  `<STMTTRNRS><STMTRS><CURDEF>USD${account}<BANKTRANLIST><DTSTART>20260101${rows}</BANKTRANLIST></STMTRS></STMTTRNRS>`;
const ofx = (body: string) => `<OFX><BANKMSGSRSV1>${body}</BANKMSGSRSV1></OFX>`;
const row = (leaves: string) => `<STMTTRN><TRNTYPE>DEBIT${leaves}</STMTTRN>`;
const TWO =
  row('<DTPOSTED>20260105<TRNAMT>-12.50<FITID>A1<NAME>Baker') +
  row('<DTPOSTED>20260106<TRNAMT>100<FITID>A2<NAME>Boss<MEMO>Pay');
const TWO_ROWS = ['2026-01-05 -1250 Baker', '2026-01-06 10000 Pay'];

test.each([
  ['all on one line', HEADER.replace(/\n/g, ' ') + ofx(statement(TWO))],
  ['blank lines before the header', `\n\n\r\n${HEADER}\n${ofx(statement(TWO))}`],
  ['no header at all', ofx(statement(TWO))],
  [
    'an OFX 2 header over an SGML body',
    `<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n${ofx(statement(TWO))}`,
  ],
  ['lines that end with CR', HEADER.replace(/\n/g, '\r') + ofx(statement(TWO)).replace(/<S/g, '\r<S')],
  ['lower case tags', ofx(statement(TWO)).replace(/<[^>]+>/g, (tag) => tag.toLowerCase())],
  ['no closing tags of rows', ofx(statement(TWO.replaceAll('</STMTTRN>', '')))],
  ['closing tags everywhere', ofx(statement(TWO.replace(/<(\w+)>([^<]+)/g, '<$1>$2</$1>')))],
])('reads a file with %s', async (_what, text) => {
  const { file, rows, problems } = await readFile(text, {}, 50);
  expect([file.format, problems, brief(rows)]).toEqual(['ofx', [], TWO_ROWS]);
  expect(rows.map(({ id, account, counterparty }) => [id, account, counterparty])).toEqual([
    ['A1', '777', 'Baker'],
    ['A2', '777', 'Boss'],
  ]);
});

test.each([
  ['windows-1252', Buffer.from('Caf\u00e9 \u0080', 'latin1'), 'Café €'],
  ['UTF-8', Buffer.from('Café €'), 'Café €'],
])('a header says USASCII, bytes are %s', async (encoding, name, expected) => {
  const [before, after] = (HEADER + ofx(statement(row('<DTPOSTED>20260105<TRNAMT>-1<FITID>1<NAME>@@')))).split('@@');
  const { file, rows } = await readFile(Buffer.concat([Buffer.from(before!), name, Buffer.from(after!)]));
  expect([file.encoding, rows[0]?.text]).toEqual([encoding, expected]);
});

test('entities escaped once and twice, and CDATA, are text', async () => {
  const names = [
    'Fish &amp; Chips',
    'Fish &amp;amp; Chips',
    '<![CDATA[Fish & Chips]]>',
    'Fish & Chips',
    'Fish &#38; Chips',
  ];
  const { rows } = await readFile(
    ofx(statement(names.map((name, at) => row(`<DTPOSTED>20260105<TRNAMT>-1<FITID>${at}<NAME>${name}`)).join(''))),
  );
  expect(rows.map(({ text }) => text)).toEqual(names.map(() => 'Fish & Chips'));
});

test.each([
  '20260105',
  '20260105000000[0:GMT]',
  '20260105233000.000[-5:EST]',
  '20260105003000[+9:JST]',
  '202601051200',
])('the day of %s is the day that the bank says', async (date) => {
  const { rows } = await readFile(ofx(statement(row(`<DTPOSTED>${date}<TRNAMT>1<FITID>1`))));
  expect(rows[0]?.date).toBe('2026-01-05');
});

test.each([
  ['-200,00', -20000n],
  ['-3.77000', -377n],
  ['$120', 12000n],
  ['+1,234.50', 123450n],
])('the amount %s is %p', async (amount, expected) => {
  const { rows } = await readFile(ofx(statement(row(`<DTPOSTED>20260105<TRNAMT>${amount}<FITID>1`))));
  expect(rows[0]?.amount).toBe(expected);
});

test('an empty FITID or NAME, and a MEMO alone, make a row all the same', async () => {
  const { rows } = await readFile(
    ofx(
      statement(
        row('<DTPOSTED>20260105<TRNAMT>-1<FITID><NAME><MEMO>Only this') +
          row('<DTPOSTED>20260105<TRNAMT>-2<CHECKNUM>7'),
      ),
    ),
  );
  expect(rows.map(({ id, counterparty, text }) => [id, counterparty, text])).toEqual([
    ['', '', 'Only this'],
    ['', '', 'Check 7'],
  ]);
});

test('a FITID used twice by different rows gives both', async () => {
  const { rows } = await readFile(
    ofx(
      statement(
        row('<DTPOSTED>20260105<TRNAMT>-1<FITID>X<NAME>One') + row('<DTPOSTED>20260106<TRNAMT>-2<FITID>X<NAME>Two'),
      ),
    ),
  );
  expect(brief(rows)).toEqual(['2026-01-05 -100 One', '2026-01-06 -200 Two']);
});

test('a row that replaces another takes its place, one that deletes it takes it away', async () => {
  const { rows, skipped } = await readFile(
    ofx(
      statement(
        row('<DTPOSTED>20260105<TRNAMT>-1<FITID>X<NAME>Wrong') +
          row('<DTPOSTED>20260105<TRNAMT>-2<FITID>Y<CORRECTFITID>X<CORRECTACTION>REPLACE<NAME>Right') +
          row('<DTPOSTED>20260105<TRNAMT>-3<FITID>Z<NAME>Gone') +
          row('<DTPOSTED>20260105<TRNAMT>-3<FITID>W<CORRECTFITID>Z<CORRECTACTION>DELETE'),
      ),
    ),
  );
  expect(brief(rows)).toEqual(['2026-01-05 -200 Right']);
  expect(rows[0]?.corrects).toBe('X');
  expect(skipped).toHaveLength(3);
});

test('several accounts, a card beside a bank, each with its currency', async () => {
  const card = statement(row('<DTPOSTED>20260107<TRNAMT>-3<FITID>C<NAME>Card'), '<CCACCTFROM><ACCTID>4111</CCACCTFROM>')
    .replaceAll('STMTRS>', 'CCSTMTRS>')
    .replace('USD', 'EUR');
  const { rows } = await readFile(ofx(statement(TWO) + card));
  expect(rows.map(({ account, currency, amount }) => `${account} ${currency} ${amount}`)).toEqual([
    '777 USD -1250',
    '777 USD 10000',
    '4111 EUR -300',
  ]);
});

test('the account money went to is not the account of the row', async () => {
  const { rows } = await readFile(
    ofx(statement(row('<DTPOSTED>20260105<TRNAMT>-1<FITID>1<BANKACCTTO><ACCTID>999</BANKACCTTO><NAME>Savings'))),
  );
  expect([rows[0]?.account, rows[0]?.text]).toEqual(['777', 'Savings']);
});

test('faults are told with line and column, and the rows around them are read', async () => {
  const text = `<OFX>\n<STMTRS>\n${row('\n<DTPOSTED>2026-13-05\n<TRNAMT>1')}\n${row('<DTPOSTED>20260105<TRNAMT>twelve')}\n${row('<DTPOSTED>20260105<TRNAMT>2')}</STMTRS></OFX>`;
  const { rows, problems } = await readFile(text);
  expect(problems).toEqual(
    ['4:11 "2026-13-05" is no date', '6:51 "twelve" is no amount'].map((each) =>
      expect.stringContaining(each.split(' ').slice(1).join(' ')),
    ),
  );
  expect(problems.map((each) => each.split(':')[0])).toEqual(['4', '6']);
  expect(rows).toHaveLength(1);
});
