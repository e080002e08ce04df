import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { openBankFile } from '../src/index.ts';
import { readFile } from './read.ts';
import { zipOf } from '@florin/testing';

const FILES: Record<string, string> = {
  csv: 'Date,Description,Amount,Balance\n05/01/2026,"Bäcker ""X""\nY",-12.50,10.00\n25/01/2026,Boss,"1,000.00",1010.00\n',
  ofx: 'OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260105<TRNAMT>-1,50<FITID>1<NAME>Caf&eacute; &amp;amp; Co</STMTTRN></BANKTRANLIST></STMTRS></OFX>',
  qif: "!Type:Bank\nD1/ 5'26\nT-1.50\nPShop\nSFood\n$-1.50\n^\n",
  camt: '<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>X</IBAN></Id></Acct><Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1</Amt></Bal><Ntry><Amt Ccy="EUR">1.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>é</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>',
  mt940:
    ':20:X\n:25:1\n:60F:C260101EUR1,00\n:61:2601050105D1,50NTRFX//Y\n:86:105?00A?20B?32C\n:62F:D260105EUR0,50\n-\n',
  splitwise: 'Date,Description,Category,Cost,Currency,Ann,Bob\n2026-01-05,Dinner,Food,40.00,EUR,20.00,-20.00\n',
  ynab: 'Account,Flag,Date,Payee,Memo,Outflow,Inflow\nA,,01/15/2026,B,,$12.50,$0.00\n',
};
const ENCODINGS = ['utf8', 'utf16le', 'utf16be', 'cp1252', 'gb18030', 'shift_jis', 'euc-jp', 'euc-kr'];

test.each(Object.entries(FILES))(
  'a %s file that is cut, flipped or in a wrong encoding gives rows and problems, never an error',
  async (_format, text) => {
    const damage = fc.record({
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      written: fc.constantFrom(...ENCODINGS),
      asked: fc.option(fc.constantFrom(...ENCODINGS), { nil: undefined }),
      format: fc.option(
        fc.constantFrom('csv', 'ofx', 'qif', 'camt', 'mt940', 'splitwise', 'firefly', 'ynab', 'actual'),
        { nil: undefined },
      ),
      pieceBytes: fc.integer({ min: 1, max: 500 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, flips, written, asked, format, pieceBytes }) => {
        const whole = iconv.encode(text, written);
        const bytes = Buffer.from(whole.subarray(0, Math.ceil(whole.length * (1 - cut / 2))));
        for (const [at, value] of flips) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const { rows } = await readFile(bytes, { encoding: asked, format: format as never }, pieceBytes);
        for (const row of rows) expect(row.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 40 },
    );
  },
);

test.each([
  ['nothing', Buffer.alloc(0)],
  ['zeros', Buffer.alloc(10_000)],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a page', Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>')],
  ['a ZIP cut short', Buffer.from('PK\u0003\u0004abc')],
])('%s is a problem of an unknown file', async (_what, bytes) => {
  const { rows, problems } = await readFile(bytes);
  expect([rows, problems.length]).toEqual([[], 1]);
});

test('an entity bomb is not expanded', async () => {
  const levels = Array.from({ length: 12 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join(
    '',
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY e0 "lol">${levels}]>`;
  const camt = `${bomb}<Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt><AddtlNtryInf>&e12;</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>`;
  const { rows, problems } = await readFile(camt);
  expect(problems[0]).toMatch(/^1:\d+ Invalid character entity/);
  expect(rows.every(({ text }) => text.length < 100)).toBe(true);
  const ofx = await readFile(
    `${bomb}<OFX><STMTRS><STMTTRN><DTPOSTED>20260105<TRNAMT>1<NAME>&e12;</STMTTRN></STMTRS></OFX>`,
  );
  expect(ofx.rows[0]?.text).toBe('&e12;');
});

test('a ZIP bomb is not unpacked, whether it tells its size or not', async () => {
  const zeros = Buffer.alloc(80 * 1024 * 1024);
  expect((await readFile(zipOf({ 'db.sqlite': zeros }))).problems[0]).toMatch(/64 MB/);
  expect((await readFile(zipOf({ 'db.sqlite': zeros }, 1_000))).problems).toHaveLength(1);
});

test('a formula is text like any other', async () => {
  const formula = '=HYPERLINK(""http://example.com"",""x"")';
  const { rows } = await readFile(`Date,Description,Amount\n2026-01-05,"${formula}",-1.00\n`);
  expect(rows[0]?.text).toBe(formula.replaceAll('""', '"'));
});

test('elements nested without end and lines without end are read in bounds', async () => {
  expect((await readFile(`<Document><BkToCstmrStmt>${'<a>'.repeat(200_000)}`)).rows).toEqual([]);
  expect((await readFile(`:20:A\n:25:1\n:61:${'9'.repeat(2_000_000)}`)).rows).toEqual([]);
  expect((await readFile(`!Type:Bank\nD${'1'.repeat(2_000_000)}\nT1\n^\n`)).problems).toHaveLength(1);
  expect((await readFile(`Date,Amount\n2026-01-05,${'1'.repeat(2_000_000)}\n`)).rows).toEqual([]);
  expect((await readFile(`<OFX><STMTTRN><NAME>${'<'.repeat(500_000)}`)).rows).toEqual([]);
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapInUse = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

test.each([
  ['csv', 'Date,Description,Amount\n', '2026-01-05,A shop in a street of the town with a long name,-12.50\n'],
  ['ofx', '<OFX><STMTRS><BANKTRANLIST>', '<STMTTRN><DTPOSTED>20260105<TRNAMT>-12.50<FITID>1<NAME>Shop</STMTTRN>'],
  [
    'camt',
    '<Document><BkToCstmrStmt><Stmt>',
    '<Ntry><Amt Ccy="EUR">1.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt></Ntry>',
  ],
])('%s is read in flat memory', async (_format, head, row) => {
  const block = Buffer.from(row.repeat(500));
  const blocks = Math.ceil((2 * 1024 * 1024) / block.length);
  async function* source() {
    yield await Promise.resolve(Buffer.from(head));
    for (let at = 0; at < blocks; at += 1) yield block;
  }
  const file = await openBankFile(source, { currency: 'USD' });
  const before = heapInUse();
  let rows = 0;
  let peak = 0;
  for await (const item of file.items()) {
    if (item.kind === 'row') rows += 1;
    if (rows % 10_000 === 0) peak = Math.max(peak, heapInUse() - before);
  }
  expect(rows).toBe(blocks * 500);
  expect(peak).toBeLessThan(8 * 1024 * 1024);
});

test.each([
  ['line breaks alone', '\n'],
  ['cells of any number', 'a,b,c,d\n'],
])('while a CSV file of %s is read, others have their turns', async (_what, line) => {
  let turns = 0;
  let next = setImmediate(function tick() {
    turns += 1;
    next = setImmediate(tick);
  });
  const content = `Date,Description,Amount\n2026-01-05,Bread,-1.00\n${line.repeat(200_000 / line.length)}`;
  const { rows } = await readFile(content, {}, 200_000);
  clearImmediate(next);
  expect(rows).toHaveLength(1);
  expect(turns).toBeGreaterThan(50);
});
