import { waitFor } from '@florin/testing';
import { startFinance, walletOf, type Finance } from './harness.ts';
import { CSV, ofx, settled, upload } from './support/files.ts';

let finance: Finance;
beforeAll(async () => {
  finance = await startFinance({ reconcileEveryMs: 50 });
});
afterAll(() => finance.stop());

const CAMT = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.04"><BkToCstmrStmt><Stmt>
<Ntry><Amt Ccy="USD">12.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-03</Dt></BookgDt>
<AddtlNtryInf>Bread</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>`;
const BOMB = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.04"><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="USD">&c;</Amt></Ntry></Stmt></BkToCstmrStmt></Document>`;
const FILES: Record<string, string> = {
  csv: CSV,
  ofx: ofx(['1', '20261103', '-12.50', 'Bread'], ['2', '20261104', '20', 'Pay']),
  camt: CAMT,
  qif: "!Type:Bank\nD11/03'26\nT-12.50\nPBread\n^\nD11/04'26\nT20.00\nPPay\n^\n",
  mt940: ':20:1\n:25:1\n:28C:1\n:60F:C261101USD0,\n:61:2611031103D12,5NMSC\n:86:Bread\n:62F:D261103USD12,5\n',
  bomb: BOMB,
};

/** Numbers that are the same in every run. */
function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const DAMAGE: Record<string, (bytes: Buffer, next: (below: number) => number) => Buffer> = {
  'cut in the middle': (bytes, next) => bytes.subarray(0, 1 + next(bytes.length - 1)),
  'without its beginning': (bytes, next) => bytes.subarray(next(bytes.length - 1)),
  'with flipped bytes': (bytes, next) => {
    for (let times = 0; times < 5; times += 1) bytes[next(bytes.length)] = next(256);
    return bytes;
  },
  'in UTF-16 without a mark': (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
  'with NUL and halves of characters': (bytes, next) => {
    const at = next(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([0, 0xed, 0xa0, 0x80, 0xff]), bytes.subarray(at)]);
  },
};

const person = () => {
  const ada = finance.as();
  return walletOf(ada, { creditLimit: null }).then(({ id }) => ({ ada, walletId: id }));
};

test.each(Object.keys(DAMAGE))(
  'a file of any format %s is read or told to be none, whatever it is said to be',
  async (kind) => {
    const { ada, walletId } = await person();
    const damage = DAMAGE[kind]!;
    for (const [format, content] of Object.entries(FILES)) {
      for (let seed = 1; seed <= 3; seed += 1) {
        const made = await upload(ada, walletId, damage(Buffer.from(content), createNumbers(seed * 7_919)));
        expect([format, made.status]).toEqual([format, 202]);
        const found = await settled(ada, made.body.id);
        expect([format, seed, found.status]).toEqual([format, seed, expect.stringMatching(/^(ready|failed)$/)]);
        expect(found.error?.code).not.toBe('INTERNAL');
        expect((await ada.get(`/v1/imports/${found.id}/rows`)).status).toBe(200);
        const changes = {
          encoding: 'shift_jis',
          format: 'csv',
          mapping: { columns: { date: 400, amount: 0 }, headerRecord: 9 },
        };
        expect((await ada.patch(`/v1/imports/${found.id}`, changes)).status).toBe(200);
        expect((await settled(ada, found.id)).error?.code).not.toBe('INTERNAL');
        await finance.knex('imports').where({ id: found.id }).delete();
      }
    }
  },
  60_000,
);

test('what the ledger would not print is left out of a description, and the row is imported', async () => {
  const { ada, walletId } = await person();
  const text = `A\u202eB\u200b ${'👨‍👩‍👧‍👦'.repeat(30)}`;
  const made = await upload(
    ada,
    walletId,
    `Date,Description,Amount\n2026-11-01,${text},-1.00\n2026-11-01,\u200b\u2060,-2.00\n`,
  );
  const { id } = await settled(ada, made.body.id);
  await ada.post(`/v1/imports/${id}/commit`);
  expect(await settled(ada, id)).toMatchObject({ status: 'committed', counts: { new: 2 } });
  const { data } = (await ada.get('/v1/transactions')).body;
  expect(data.map((row: any) => row.description.slice(0, 2)).sort()).toEqual(['', 'AB']);
});

test('an upload that its sender leaves is gone', async () => {
  const { ada, walletId } = await person();
  const controller = new AbortController();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (pieces) => {
      pieces.enqueue(new Uint8Array(64 * 1024));
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  });
  const url = `${ada.url}/v1/imports?walletId=${walletId}`;
  const sent = fetch(url, {
    method: 'POST',
    headers: ada.headers,
    body: stream,
    duplex: 'half',
    signal: controller.signal,
  });
  const kept = () => finance.knex('imports').where({ owner_id: ada.userId });
  await waitFor(async () => (await kept()).length === 1);
  expect((await ada.get('/v1/imports')).body.data).toEqual([]);
  controller.abort();
  await expect(sent).rejects.toThrow();
  await waitFor(async () => (await kept()).length === 0);
});
