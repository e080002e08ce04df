import { currencies, exponentOf } from '@florin/money';
import { defaultLimits } from '../../../test/support/account.ts';
import { createBuiltInRates } from '../../outbound/built-in-rates.ts';
import { createDefaultLimits } from './limits.ts';

const { rateNow } = createBuiltInRates();
test('the default limits of every ISO currency are worth those of the reference, up to a tenth more', () => {
  const wrong = currencies().filter((currency) => {
    if (currency === 'PTS') return false;
    const { numerator, denominator } = rateNow(currency, 'USD');
    const worth = (sum: bigint) =>
      (Number(sum) / 10 ** exponentOf(currency)) * (Number(numerator) / Number(denominator));
    const { single, daySum, monthSum } = defaultLimits(currency);
    const shares = [worth(single) / 10_000, worth(daySum) / 25_000, worth(monthSum) / 100_000];
    return !shares.every((share) => share > 0.999 && share < 1.1);
  });
  expect(wrong).toEqual([]);
});

test('the reference keeps its figures, others are rounded up to two digits', () => {
  expect(defaultLimits('USD')).toMatchObject({ single: 1_000_000n, daySum: 2_500_000n, monthSum: 10_000_000n });
  expect(defaultLimits('EUR').single).toBe(930_000n);
  expect(defaultLimits('HUF').single).toBe(360_000_000n);
});

test('a reference in another currency counts for all', () => {
  const limits = createDefaultLimits({ currency: 'KWD', single: 1_000n, day: 2_000n, month: 3_000n }, rateNow);
  expect(limits('KWD').single).toBe(1_000_000n);
  expect(limits('USD').single).toBe(330_000n);
});
