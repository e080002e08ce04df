import { brief, readFile } from './read.ts';

const party = (name: string, version: number) => (version >= 8 ? `<Pty><Nm>${name}</Nm></Pty>` : `<Nm>${name}</Nm>`);
const entry = (amount: string, side: string, more = '', version = 4) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${version >= 8 ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>'}<BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-07</Dt></ValDt>${more}</Ntry>`;
const balance = (code: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal>`;
const stmt = (body: string, iban = 'DE02120300000000202051') =>
  `<Stmt><Id>1</Id><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${body}</Stmt>`;
const camt = (body: string, version = '04', kind = 'BkToCstmrStmt') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><${kind}><GrpHdr><MsgId>1</MsgId></GrpHdr>${body}</${kind}></Document>`;

describe('CAMT', () => {
  test.each(['02', '03', '04', '08'])(
    'version %s: amount, side, day of booking, party and purpose',
    async (version) => {
      const details = `<NtryDtls><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">12.50</Amt></TxAmt></AmtDtls><RltdPties><Dbtr>${party('Me', +version)}</Dbtr><Cdtr>${party('Baker', +version)}</Cdtr></RltdPties><RmtInf><Ustrd>Bread</Ustrd><Ustrd>and rolls</Ustrd></RmtInf></TxDtls></NtryDtls>`;
      const { file, rows } = await readFile(camt(stmt(entry('12.50', 'DBIT', details, +version)), version), {}, 100);
      expect([file.format, brief(rows)]).toEqual(['camt', ['2026-01-05 -1250 Bread and rolls']]);
      expect(rows[0]).toMatchObject({ currency: 'EUR', counterparty: 'Baker', account: 'DE02120300000000202051' });
    },
  );

  test('a report (052) and a prefix of the namespace are read as well', async () => {
    const text = camt(stmt(entry('1.00', 'CRDT')), '02', 'BkToCstmrAcctRpt')
      .replace(/(<\/?)(\w)/g, '$1n:$2')
      .replaceAll('Stmt>', 'Rpt>')
      .replace('xmlns=', 'xmlns:n=');
    expect((await readFile(text)).rows).toHaveLength(1);
  });

  test('a batch is its details or its sum, never both', async () => {
    const detail = (amount: string) => `<TxDtls><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>`;
    const batch = (amounts: string[]) =>
      entry('30.00', 'CRDT', `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${amounts.map(detail).join('')}</NtryDtls>`);
    const { rows } = await readFile(
      camt(
        stmt(
          batch(['10.00', '20.00']) +
            batch(['10.00', '19.00']) +
            entry('30.00', 'CRDT', '<NtryDtls><TxDtls/><TxDtls/></NtryDtls>'),
        ),
      ),
    );
    expect(rows.map(({ amount }) => amount)).toEqual([1000n, 2000n, 3000n, 3000n]);
  });

  test('pending entries are passed over, a reversal goes the way its indicator says', async () => {
    const pending = entry('5.00', 'DBIT').replace('BOOK', 'PDNG');
    const reversal = entry('7.00', 'CRDT', '<RvslInd>true</RvslInd>');
    const { rows, skipped } = await readFile(camt(stmt(pending + reversal)));
    expect([rows.map(({ amount }) => amount), skipped]).toEqual([[700n], ['2 pending']]);
  });

  test('several statements, each with its account; one whose balances do not fit by a cent is a warning', async () => {
    const fits = balance('OPBD', '10.00') + balance('CLBD', '9.00') + entry('1.00', 'DBIT');
    const off = balance('OPBD', '10.00') + balance('CLBD', '9.01') + entry('1.00', 'DBIT');
    const { rows, warnings, problems } = await readFile(camt(stmt(fits, 'A') + stmt(off, 'B')));
    expect([rows.map(({ account }) => account), problems]).toEqual([['A', 'B'], []]);
    expect(warnings).toEqual([
      expect.stringContaining('for B: from 10.00 EUR by -1.00 EUR to 9.01 EUR is off by 0.01 EUR'),
    ]);
  });

  test('a file that was cut gives the entries before the cut and a problem with its place', async () => {
    const text = camt(stmt(entry('1.00', 'CRDT') + entry('2.00', 'CRDT')));
    const { rows, problems } = await readFile(text.slice(0, text.lastIndexOf('<ValDt>')));
    expect(rows).toHaveLength(1);
    expect(problems[0]).toMatch(/^2:\d+ Unclosed/);
  });
});

const mt940 = (...lines: string[]) =>
  [':20:START', ':25:12345678/0001', ':28C:1/1', ':60F:C260101EUR100,00', ...lines].join('\r\n');

describe('MT940', () => {
  test.each([
    ['a plain entry', ':61:2601050105D12,50NTRFNONREF', '2026-01-05 -1250'],
    ['30 February', ':61:260230D12,50NTRFNONREF', '2026-02-28 -1250'],
    ['a missing entry date', ':61:260105C12,50NTRFNONREF', '2026-01-05 1250'],
    ['no digits behind the comma', ':61:2601050105D9,N', '2026-01-05 -900'],
    ['a funds code', ':61:2601050105DR9,00NTRFX', '2026-01-05 -900'],
    ['a reversal of a credit', ':61:2601050105RC9,00NTRFX', '2026-01-05 -900'],
    ['a reversal of a debit', ':61:2601050105RD9,00NTRFX', '2026-01-05 900'],
    ['an entry in the year before its value', ':61:2601021231C9,00NTRFX', '2025-12-31 900'],
    ['a broken line', ':61:26010501\r\n05D12,50NTRFNONREF', '2026-01-05 -1250'],
  ])('%s', async (_what, line, expected) => {
    const { file, rows, problems } = await readFile(mt940(line, ':86:Text'), { currency: 'EUR' }, 20);
    expect([file.format, problems, brief(rows)]).toEqual(['mt940', [], [`${expected} Text`]]);
  });

  test('purposes in the German manner, in lines broken anywhere', async () => {
    const { rows } = await readFile(
      mt940(
        ':61:2601050105D1,00NMSC',
        ':86:105?00LASTSCHRIFT?20Miete Januar 2026 fuer die W?21ohnung?32Haus\r\nverwaltung?33 GmbH',
      ),
    );
    expect(rows[0]).toMatchObject({ text: 'Miete Januar 2026 fuer die Wohnung', counterparty: 'Hausverwaltung GmbH' });
  });

  test('purposes in the Dutch manner', async () => {
    const { rows } = await readFile(
      mt940(':61:2601050105D1,00NTRF', ':86:/TRTP/SEPA/IBAN/NL00BANK/NAME/Bakker/REMI/Brood/EREF/1'),
    );
    expect(rows[0]).toMatchObject({ text: 'Brood', counterparty: 'Bakker' });
  });

  test('a purpose among references, a name among parts, and neither', async () => {
    const { rows } = await readFile(
      mt940(
        ':61:2601050105D1,00NMSC',
        ':86:105?00X?20EREF+4711?21SVWZ+Einkauf?22IBAN+DE1?32REWE',
        ':61:2601050105C1,00NTRF',
        ':86:/EREF/1//CNTP/NL1/INGB/BAKKER///REMI/USTD//Brood/',
        ':61:2601050105C1,00NINT',
      ),
    );
    expect(rows.map(({ text, counterparty }) => [text, counterparty])).toEqual([
      ['Einkauf', 'REWE'],
      ['Brood', 'BAKKER'],
      ['NINT', ''],
    ]);
  });

  test('envelope and trailer are no text; balances that do not fit by a cent are a warning', async () => {
    const text = `{1:F01BANK}{2:I940}{4:\r\n${mt940(':61:2601050105D1,00NTRFX', ':86:Shop', ':62F:C260105EUR99,01', ':64:C260105EUR99,01', '-}')}\r\n`;
    const { rows, warnings, problems } = await readFile(text, { currency: 'USD' });
    expect([brief(rows), rows[0]?.currency, problems]).toEqual([['2026-01-05 -100 Shop'], 'EUR', []]);
    expect(warnings).toEqual([expect.stringContaining('off by 0.01 EUR')]);
  });

  test('two statements of one file, each with its balances', async () => {
    const one = mt940(':61:2601050105D1,00NTRFX', ':62F:C260105EUR99,00', '-');
    const { rows, warnings } = await readFile(`${one}\r\n${one}`, {}, 33);
    expect([rows.length, warnings]).toEqual([2, []]);
  });

  test('faults are told with line and column, and the rows around them are read', async () => {
    const { rows, problems } = await readFile(mt940(':61:nonsense', ':61:2601050105D1,00NTRFX'));
    expect(problems).toEqual(['5:5 "nonsense" is no entry of :61:']);
    expect(rows).toHaveLength(1);
  });
});
