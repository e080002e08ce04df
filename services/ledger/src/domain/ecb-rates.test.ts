import { crossRate, readEcbRates } from './ecb-rates.ts';

test('a file of the bank is read, lines that end in a comma and days without a rate, too', () => {
  const text = '\uFEFFDate,USD,JPY,HRK,\r\n2024-04-02,1.0749,163.01,N/A,\r\n2024-03-28,1.0811,163.45,,\r\n\r\n';
  expect(readEcbRates(text)).toEqual({
    faults: [],
    rates: [
      { currency: 'USD', day: '2024-04-02', perEuro: '1.0749' },
      { currency: 'JPY', day: '2024-04-02', perEuro: '163.01' },
      { currency: 'USD', day: '2024-03-28', perEuro: '1.0811' },
      { currency: 'JPY', day: '2024-03-28', perEuro: '163.45' },
    ],
  });
});

test.each([
  ['', [1, 1]],
  ['Day,USD\n', [1, 1]],
  ['Date,usd\n', [1, 2]],
  ['Date,USD,USD\n', [1, 3]],
  ['Date,USD\n2024-02-30,1\n', [2, 1]],
  ['Date,USD\n2024-02-28,1\n2024-02-28,1\n', [3, 1]],
  ['Date,USD,JPY\n2024-02-28,1\n', [2, 1]],
  ['Date,USD,JPY\n2024-02-28,1,0.00\n', [2, 3]],
  ['Date,USD\n2024-02-28,-1\n', [2, 2]],
  ['Date,USD\n2024-02-28,1e3\n', [2, 2]],
])('%j is refused with the place of its fault', (text, [line, column]) => {
  expect(readEcbRates(text).faults).toMatchObject([{ line, column }]);
});

test('of many faults the first 20 are told', () => {
  expect(readEcbRates(`Date,USD\n${'x,y\n'.repeat(1_000)}`).faults).toHaveLength(20);
});

test('what a euro is in two currencies makes their rate, exactly', () => {
  const { numerator, denominator } = crossRate('1.0811', '163.45');
  expect(numerator * 10_811n).toBe(denominator * 1_634_500n);
  const there = crossRate('1.0811', '1');
  const back = crossRate('1', '1.0811');
  expect(there.numerator * back.numerator).toBe(there.denominator * back.denominator);
});
