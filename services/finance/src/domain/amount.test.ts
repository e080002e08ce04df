import { isPositive, toMinor } from './amount.ts';

test.each([
  ['12.5', 'USD', 1250n],
  ['1500', 'JPY', 1500n],
  ['0.10', 'USD', 10n],
])('%s %s is %s minor units', (major, currency, minor) => {
  expect(toMinor({ major }, currency)).toBe(minor);
});

test.each(['0', '-1', '', 'abc', '0.00', '1e5', '.', '1.2.3'])('%j is not above zero', (major) => {
  expect(isPositive({ major })).toBe(false);
});
