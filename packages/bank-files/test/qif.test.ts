import { brief, readFile } from './read.ts';

test.each([
  ["D1/ 5'26", 'US', 'USD', '2026-01-05'],
  ["D3/11' 2", 'US', 'USD', '2002-03-11'],
  ['D05/01/2026', 'European', 'EUR', '2026-01-05'],
])('%s is a day', async (line, _whose, currency, expected) => {
  const { rows } = await readFile(`!Type:Bank\n${line}\nT-1.00\nPShop\n^\n`, { currency });
  expect(rows[0]?.date).toBe(expected);
});

test('whether day or month comes first is known from a row far behind', async () => {
  const early = Array.from({ length: 500 }, () => 'D01/02/2026\nT-1.00\n^\n').join('');
  const { rows, warnings } = await readFile(`!Type:Bank\n${early}D25/02/2026\nT-2.00\n^\n`);
  expect([rows[0]?.date, rows[500]?.date, warnings]).toEqual(['2026-02-01', '2026-02-25', []]);
});

test('lists before the rows are passed over, investments are told', async () => {
  const { rows, skipped } = await readFile(
    '### a comment ###\n!Type:Class\nNHome\nD1/1/2026\n^\n!Type:Cat\nNFood\n^\n!Account\nNChecking\nTBank\n^\n!Type:Bank\nD1/15/2026\nT-1.00\nPShop\n^\n!Type:Invst\nD1/16/2026\nNBuy\nT5.00\n^\n',
  );
  expect([brief(rows), rows[0]?.account, skipped]).toEqual([['2026-01-15 -100 Shop'], 'Checking', ['19 investment']]);
});

test('splits keep category, text and amount; a date inside one is not the row’s', async () => {
  const { rows } = await readFile(
    '!Type:Bank\nT67.50\nPTel\nD1/15/2026\nLBills:Phone/Class\nSBills:Phone\nEsign up\nD1/1/2020\n$-15.00\nSBills:Net\n$82.50\n^\n',
  );
  expect(rows[0]).toMatchObject({
    date: '2026-01-15',
    category: 'Bills:Phone',
    splits: [
      { amount: -1500n, category: 'Bills:Phone', text: 'sign up' },
      { amount: 8250n, category: 'Bills:Net', text: '' },
    ],
  });
});

test('splits that do not sum up leave the row whole, with a warning', async () => {
  const { rows, warnings } = await readFile('!Type:Bank\nD1/15/2026\nT10.00\nSA\n$5.00\nSB\n$4.00\n^\n');
  expect([rows[0]?.amount, rows[0]?.splits, warnings.length]).toEqual([1000n, [], 1]);
});

test('a transfer names the other account', async () => {
  const { rows } = await readFile('!Type:Bank\nD1/15/2026\nT-10.00\nL[Savings]\n^\n');
  expect(rows[0]).toMatchObject({ transferAccount: 'Savings', category: '', text: 'Savings' });
  const parted = await readFile('!Type:Bank\nD1/15/2026\nT-10.00\nPBank\nSFees\n$-1.00\nS[Savings]\n$-9.00\n^\n');
  expect(parted.rows[0]?.splits).toMatchObject([
    { category: 'Fees', text: '' },
    { category: '', text: 'Savings' },
  ]);
});

test('a last row without ^ is a row, and so is one with CR line ends', async () => {
  const { rows } = await readFile('!Type:CCard\rD1/15/2026\rT-1,234.50\rMOne\r^\rD1/16/2026\rU-2.00\rMTwo');
  expect(brief(rows)).toEqual(['2026-01-15 -123450 One', '2026-01-16 -200 Two']);
});

test('decimal commas are known from the whole file', async () => {
  const { rows } = await readFile('!Type:Bank\nD15.01.2026\nT-1.234\n^\nD16.01.2026\nT-2,50\n^\n', { currency: 'EUR' });
  expect(rows.map(({ amount }) => amount)).toEqual([-123400n, -250n]);
});

test('faults are told with line and column', async () => {
  const { rows, problems } = await readFile('!Type:Bank\nDsoon\nT1\n^\nD1/15/2026\nTmuch\n^\nD1/15/2026\nT3\n^\n');
  expect(problems).toEqual(['2:2 "soon" is no date', '6:2 "much" is no amount']);
  expect(rows).toHaveLength(1);
});
