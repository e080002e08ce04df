import fc from 'fast-check';
import { readAmount, separatorsOf, writeAmount } from './amount.ts';

const EN = separatorsOf('en-US');
const DE = separatorsOf('de-DE');

test.each([
  ['12.50', EN, 2, 1250],
  ['12,50', EN, 2, 1250],
  ['12,50', DE, 2, 1250],
  ['12.5', DE, 2, 1250],
  ['1,500', EN, 2, 150_000],
  ['1.500', DE, 2, 150_000],
  ['1.234.567,89', DE, 2, 123_456_789],
  ['1,234,567.89', EN, 2, 123_456_789],
  ['1.234.567', EN, 2, 123_456_700],
  ['1 234,5', DE, 2, 123_450],
  ['.5', EN, 2, 50],
  ['7.', EN, 2, 700],
  ['1500', EN, 0, 1500],
  ['1.500', DE, 0, 1500],
  ['1.500', EN, 3, 1500],
  ['1.500', DE, 3, 1_500_000],
  ['١٢٫٥٠', separatorsOf('ar-EG'), 2, 1250],
])('%s is read as it is meant', (text, separators, decimals, minor) => {
  expect(readAmount(text, decimals, separators)).toEqual({ minor });
});

test.each([
  ['', 2, 'empty'],
  ['12a', 2, 'not a number'],
  ['-5', 2, 'not a number'],
  ['1,23,456', 2, 'not a number'],
  ['12.345', 2, 'ambiguous'],
  ['12.3456', 2, 'too many decimals'],
  ['12.5', 0, 'too many decimals'],
  ['99999999999999999', 2, 'too large'],
])('%j is refused', (text, decimals, fault) => {
  expect(readAmount(text, decimals, EN)).toEqual({ fault });
});

test('what is written is read back, in every locale and for 0 to 3 decimals', () => {
  const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  const locale = fc.constantFrom('en-US', 'de-DE', 'id-ID', 'ar-EG', 'fr-FR', 'de-CH');
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 3 }), locale, (minor, decimals, tag) => {
      const separators = separatorsOf(tag);
      expect(readAmount(writeAmount(minor, decimals, separators), decimals, separators)).toEqual({ minor });
    }),
  );
});

test('what the locale shows, groups and all, is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.constantFrom('en-US', 'de-DE', 'id-ID', 'ar-EG'),
      (minor, tag) => {
        const shown = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(minor / 100);
        expect(readAmount(shown, 2, separatorsOf(tag))).toEqual({ minor });
      },
    ),
  );
});
