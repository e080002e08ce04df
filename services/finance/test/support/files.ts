import { waitFor } from '@florin/testing';
import type { Person } from '../harness.ts';

/** Uploads a file for a wallet. */
export function upload(
  person: Person,
  walletId: string,
  content: string | Buffer,
  { query = '', name = 'bank.csv', key }: { query?: string; name?: string; key?: string } = {},
) {
  return person.send('POST', `/v1/imports?walletId=${walletId}${query}`, {
    rawBody: new Uint8Array(Buffer.from(content)),
    headers: { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${name}"` },
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
}

/** The import once nobody works on it. */
export async function settled(person: Person, id: string) {
  return waitFor(async () => {
    const { status, body } = await person.get(`/v1/imports/${id}`);
    expect(status).toBe(200);
    return /ing$/.test(body.status) ? undefined : body;
  });
}

/** Uploads a file and returns the import as it was read. */
export async function read(person: Person, walletId: string, content: string | Buffer, options?: { query?: string }) {
  const made = await upload(person, walletId, content, options);
  expect([made.status, made.body]).toEqual([202, { id: expect.any(String), status: 'reading' }]);
  return settled(person, made.body.id as string);
}

export const CSV = [
  'Date,Description,Amount,Category',
  '2026-11-03,Bread,-12.50,Groceries',
  '2026-11-03,Coffee,-3.00,',
  '2026-11-03,Coffee,-3.00,',
  '2026-11-25,Salary,2500.00,Salary',
  '',
].join('\n');

/** Payments as id, day, amount and name. */
export function ofx(...payments: [id: string, day: string, amount: string, name: string][]): string {
  const rows = payments.map(
    ([id, day, amount, name]) =>
      `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`,
  );
  return `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKACCTFROM><ACCTID>1</BANKACCTFROM>
<BANKTRANLIST>${rows.join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
}
