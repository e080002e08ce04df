import { formatMajor } from '@florin/money';
import fc from 'fast-check';
import { isAmount, parseAmount } from '../src/text/amount.ts';
import { createDateSurvey, parseDate } from '../src/text/date.ts';

test.each([
  ['-200,00', 'USD', -20000n],
  ['-3.77000', 'USD', -377n],
  ['$120', 'USD', 12000n],
  ['+ $73.01', 'USD', 7301n],
  ['($85.00)', 'USD', -8500n],
  ['$(85.00)', 'USD', -8500n],
  ['$.23', 'USD', 23n],
  ['-$.23', 'USD', -23n],
  ['1,234.56', 'USD', 123456n],
  ['1.234,56', 'EUR', 123456n],
  ["1'234.50", 'CHF', 123450n],
  ['1 234,50 €', 'EUR', 123450n],
  ['1\u202f234,50', 'EUR', 123450n],
  ['1,23,456.78', 'INR', 12345678n],
  ['1,234', 'USD', 123400n],
  ['12.50-', 'EUR', -1250n],
  ['\u221212.50', 'EUR', -1250n],
  ['12.50 DR', 'INR', -1250n],
  ['12.50CR', 'INR', 1250n],
  ['CHF 12.-', 'CHF', 1200n],
  ['EUR 12,50', 'EUR', 1250n],
  ['٣٬٢١٠٫٥٠', 'EGP', 321050n],
  ['\u200f-١٢٫٥٠', 'EGP', -1250n],
  ['۱۲٫۵۰', 'USD', 1250n],
  ['１２，３４５', 'JPY', 12345n],
  ['1234', 'JPY', 1234n],
  ['1.234', 'KWD', 1234n],
  ['9,', 'EUR', 900n],
] as const)('%j of %s is %p minor units', (text, currency, expected) => {
  expect(parseAmount(text, currency, currency === 'KWD' ? '.' : undefined)).toBe(expected);
});

test.each(['', '-', 'abc', '12.5.6', '1e5', '=1+1', '12/5', '0x10', 'NaN', '99999999999999999999', '1.005'])(
  '%j is refused as an amount of USD',
  (text) => {
    expect(() => parseAmount(text, 'USD', '.')).toThrow();
  },
);

test('every amount that Florin writes reads back', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
      expect(parseAmount(formatMajor(amount, currency), currency, '.')).toBe(amount);
    }),
  );
});

test('no text is slow or thrown at by anything but a refusal', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 100, unit: fc.constantFrom(...'0123456789.,-+$()€ DCR٣'.split('')) }),
      (text) => {
        isAmount(text);
        parseDate(text, 'dmy');
      },
    ),
  );
});

test.each([
  ['2026-01-05', 'dmy', '2026-01-05'],
  ['20260105120000[-5:EST]', 'dmy', '2026-01-05'],
  ["1/ 5'26", 'mdy', '2026-01-05'],
  ["3/11' 2", 'mdy', '2002-03-11'],
  ["2/14'2020", 'mdy', '2020-02-14'],
  ['1/5/94', 'mdy', '1994-01-05'],
  ['05.01.26', 'dmy', '2026-01-05'],
  ['2026/1/5', 'dmy', '2026-01-05'],
  ['5 Jan 2026', 'mdy', '2026-01-05'],
  ['Jan 5, 2026', 'dmy', '2026-01-05'],
  ['05. März 2026', 'dmy', '2026-03-05'],
  ['2026年1月5日', 'dmy', '2026-01-05'],
  ['٥/١/٢٠٢٦', 'dmy', '2026-01-05'],
  ['05/01/2026 23:59:59', 'dmy', '2026-01-05'],
  ['2026-01-05T23:59:59.000Z', 'dmy', '2026-01-05'],
] as const)('%j read %s is %s', (text, order, expected) => {
  expect(parseDate(text, order)).toBe(expected);
});

test.each(['2026-02-30', '31/02/2026', '12.50', 'today', '1/2', '00/00/0000'])('%j is no day', (text) => {
  expect(parseDate(text, 'dmy')).toBeUndefined();
});

test('one day above 12 tells the order of a whole file', () => {
  const survey = createDateSurvey();
  ['01/02/2026', '02/03/2026', '25/03/2026'].forEach((text) => survey.add(text));
  expect(survey.finish('mdy')).toEqual({ order: 'dmy', certain: true });
});

test('dates that read either way are taken as the days that follow each other, and not as certain', () => {
  const survey = createDateSurvey();
  ['01/04/2026', '02/04/2026', '03/04/2026'].forEach((text) => survey.add(text));
  expect(survey.finish('mdy')).toEqual({ order: 'dmy', certain: false });
});
