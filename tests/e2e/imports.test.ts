import { oneBus, startFlorin, type Florin } from './florin.ts';
import { join, type Person } from './people.ts';

const CSV = [
  'Statement of account 4711',
  '',
  'Buchungstag;Empfänger;Verwendungszweck;Betrag;Kategorie',
  '03.11.2026;Bäckerei Müller;Brot;-12,50;Essen',
  '04.11.2026;Bäckerei Müller;Kaffee;-3,00;Essen',
  '04.11.2026;Bäckerei Müller;Kaffee;-3,00;Essen',
  '25.11.2026;Werk AG;Gehalt;2.500,00;',
  '',
].join('\r\n');

const entry = (amount: string, side: 'CRDT' | 'DBIT', day: string, text: string) => `
  <Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt>
  <AcctSvcrRef>${day}${amount}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const CAMT = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Ccy>EUR</Ccy></Acct>
${entry('40.00', 'DBIT', '2026-11-10', 'Strom')}${entry('15.50', 'CRDT', '2026-11-11', 'Erstattung')}
</Stmt></BkToCstmrStmt></Document>`;

describe.each(oneBus())('bank files through the gateway, over %s', (bus) => {
  let florin: Florin;
  let ada: Person;
  let walletId: string;
  beforeAll(async () => {
    florin = await startFlorin(bus);
    ada = await join(florin, 'Ada Fern');
    walletId = (await ada.post('/v1/wallets', { name: 'Giro', currency: 'EUR' })).body.id as string;
  }, 90_000);
  afterAll(() => florin.stop());

  const upload = (content: Buffer, name: string) =>
    florin.http.send('POST', `/v1/imports?walletId=${walletId}`, {
      token: ada.token,
      rawBody: new Uint8Array(content),
      headers: { 'content-type': 'text/plain', 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    });
  /** The last event of the work on an import. */
  const watched = async (id: string) => {
    const { text } = await ada.get(`/v1/imports/${id}`, { headers: { accept: 'text/event-stream' } });
    return JSON.parse(text.split('\n\n').at(-2)!.slice('data: '.length)) as Record<string, any>;
  };
  const read = async (content: Buffer, name: string) => {
    const { status, body } = await upload(content, name);
    expect([status, body]).toEqual([202, { id: expect.any(String), status: 'reading' }]);
    return watched(body.id as string);
  };
  const balance = async () => (await ada.get(`/v1/wallets/${walletId}`)).body.balance as number;

  test('a CSV file in cp1252 and a CAMT file are read, committed, seen, and undone', async () => {
    const csv = await read(Buffer.from(CSV, 'latin1'), 'Umsatz%20November.csv');
    expect(csv).toMatchObject({
      status: 'ready',
      fileName: 'Umsatz November.csv',
      format: 'csv',
      counts: { rows: 4, new: 4 },
      sums: [{ currency: 'EUR', amount: 248_150 }],
      firstDate: '2026-11-03',
    });
    expect(await balance()).toBe(0);
    await ada.post(`/v1/imports/${csv['id']}/commit`);
    expect((await watched(csv['id'] as string))['status']).toBe('committed');
    const camt = await read(Buffer.from(CAMT), 'camt.xml');
    expect(camt).toMatchObject({ status: 'ready', format: 'camt', counts: { rows: 2, new: 2 } });
    await ada.post(`/v1/imports/${camt['id']}/commit`);
    expect((await watched(camt['id'] as string))['status']).toBe('committed');
    expect(await balance()).toBe(248_150 - 4_000 + 1_550);
    const { data } = (await ada.get(`/v1/transactions?walletId=${walletId}`)).body;
    expect(data.map((row: any) => row.description).sort()[0]).toBe('Bäckerei Müller: Brot');
    const { byCategory } = (await ada.get('/v1/summaries?from=2026-11-01&to=2026-11-30')).body.data[0];
    expect(byCategory).toContainEqual(expect.objectContaining({ name: 'Essen', amount: 1_850 }));

    await ada.post(`/v1/imports/${csv['id']}/undo`);
    expect((await watched(csv['id'] as string))['status']).toBe('undone');
    expect(await balance()).toBe(-2_450);
    expect((await read(Buffer.from(CAMT), 'again.xml'))['counts']).toMatchObject({ new: 0, duplicates: 2 });
  }, 60_000);

  test('a file beyond the limit is refused, one of many megabytes passes, and nobody else sees it', async () => {
    const line = '2026-11-01,Row of a long file that nobody wants to read again,-1.00\n';
    const long = `Date,Description,Amount\n${line.repeat(20)}${'\n'.repeat(6 * 1024 * 1024)}`;
    const made = await upload(Buffer.from(long), 'long.csv');
    expect(made.status).toBe(202);
    const ben = await join(florin, 'Ben Oak');
    expect((await ben.get(`/v1/imports/${made.body.id}`)).status).toBe(404);
    const huge = await florin.http.send('POST', `/v1/imports?walletId=${walletId}`, {
      token: ada.token,
      rawBody: new Uint8Array(100 * 1024 * 1024 + 1),
    });
    expect([huge.status, huge.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  }, 60_000);
});
