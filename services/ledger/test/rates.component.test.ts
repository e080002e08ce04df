import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zipOf } from '@florin/testing';
import { createHarness, type Ledger } from './harness.ts';

const FILE = `Date,USD,JPY,RUB,
2024-04-02,1.0749,163.01,N/A,
2024-03-28,1.0811,163.45,N/A,
2022-12-30,1.0666,140.66,75.0000,
`;

let ledger: Ledger;
let folder: string;
beforeAll(async () => {
  ledger = await createHarness();
  folder = await mkdtemp(join(tmpdir(), 'florin-rates-'));
});
afterAll(async () => {
  await ledger.stop();
  await rm(folder, { recursive: true });
});

/** The operator's command over a file. */
async function run(name: string, bytes: string | Buffer) {
  await writeFile(join(folder, name), bytes);
  const command = join(import.meta.dirname, '../src/commands/rates.ts');
  const env = { ...process.env, POSTGRES_URL: ledger.database.url, INIT_CWD: folder };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [command, name], { env, timeout: 30_000 });
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stderr: text } = error as { code: number; stderr: string };
    return { code, text };
  }
}

/** Cents for 10,000 of the other currency's minor units, cut. */
async function dollars(from: string, day: string): Promise<bigint> {
  const { rates } = await ledger.rpc.getRates({ from: [from], to: 'USD', days: [day] });
  return (10_000n * BigInt(rates[0]!.numerator)) / BigInt(rates[0]!.denominator);
}

test('rates are those of the built-in table until an operator brings a file, then those of the day', async () => {
  expect(await dollars('AED', '2024-04-02')).toBe(2_723n);
  expect(await run('eurofxref-hist.zip', zipOf({ 'eurofxref-hist.csv': Buffer.from(FILE) }))).toEqual({
    ...{ code: 0, text: '7 rates of 3 currencies, from 2022-12-30 to 2024-04-02\n' },
  });
  expect(await dollars('EUR', '2024-04-02')).toBe(10_749n);
  // Good Friday and Easter: the last day before
  for (const day of ['2024-03-28', '2024-03-29', '2024-03-31', '2024-04-01']) {
    expect(await dollars('EUR', day)).toBe(10_811n);
  }
  // 10,000 yen by 163.45 and 1.0811, both for a euro
  expect(await dollars('JPY', '2024-03-30')).toBe(6_614n);
  expect(await dollars('RUB', '2023-01-01')).toBe(142n);
});

test.each([
  ['EUR', '2022-12-29', 'USD on 2022-12-29'],
  ['EUR', '2024-05-04', 'USD on 2024-05-04'],
  ['RUB', '2024-04-02', 'RUB on 2024-04-02'],
  ['AED', '2024-04-02', 'AED on 2024-04-02'],
])('a rate of %s on %s that no file has is said and not made up', async (from, day, named) => {
  const asked = ledger.rpc.getRates({ from: [from], to: 'USD', days: [day] });
  await expect(asked).rejects.toMatchObject({
    ...{ code: 'INVALID_ARGUMENT', message: expect.stringContaining(`there is no rate for ${named}`) },
  });
});

test('a file brought again puts rates right, and one with faults takes nothing', async () => {
  expect((await run('again.csv', FILE.replace('1.0749', '1.0750'))).code).toBe(0);
  expect(await dollars('EUR', '2024-04-02')).toBe(10_750n);
  const broken = await run('broken.csv', 'Date,USD\n2024-04-02,1.1\n2024-04-03,x\n');
  expect(broken).toEqual({ code: 1, text: "3:2: 'x' is no rate\nThis is no file of reference rates\n" });
  expect(await dollars('EUR', '2024-04-02')).toBe(10_750n);
  expect(await run('empty.zip', zipOf({ 'read.me': Buffer.from('') }))).toEqual({
    ...{ code: 1, text: 'There is no CSV file in the ZIP\n' },
  });
});
