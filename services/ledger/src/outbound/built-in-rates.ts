import { invalidField } from '@florin/errors';
import type { RateProvider } from '../app/exchanges/ports.ts';
import type { Rate } from '../domain/exchange.ts';

/** Millionths of a US dollar for a major unit: round figures for trying things out, no market's. */
const MICRO_USD: Record<string, bigint> = {
  USD: 1_000_000n,
  EUR: 1_080_000n,
  GBP: 1_270_000n,
  CHF: 1_120_000n,
  JPY: 6_700n,
  CNY: 138_000n,
  INR: 11_900n,
  IDR: 63n,
  AED: 272_300n,
  MVR: 64_900n,
  CAD: 730_000n,
  AUD: 655_000n,
  SGD: 745_000n,
  KWD: 3_250_000n,
};

/** Major units for a US dollar, of all other ISO 4217 currencies: round figures as well. */
const PER_DOLLAR = `
  AFN 70, ALL 90, AMD 390, AOA 915, ARS 1400, AWG 1.79, AZN 1.7, BAM 1.81, BBD 2, BDT 120, BHD 0.376, BIF 2950, BMD 1,
  BND 1.34, BOB 6.9, BRL 5.5, BSD 1, BTN 84, BWP 13.5, BYN 3.2, BZD 2, CDF 2800, CLF 0.024, CLP 950, COP 4000, CRC 510,
  CUP 120, CVE 102, CZK 22.5, DJF 178, DKK 6.9, DOP 60, DZD 133, EGP 50, ERN 15, ETB 130, FJD 2.25, FKP 0.787, GEL 2.7,
  GHS 12, GIP 0.787, GMD 70, GNF 8650, GTQ 7.7, GYD 209, HKD 7.8, HNL 25, HTG 131, HUF 360, ILS 3.5, IQD 1310,
  IRR 600000, ISK 130, JMD 158, JOD 0.709, KES 129, KGS 87, KHR 4050, KMF 455, KPW 900, KRW 1380, KYD 0.833, KZT 500,
  LAK 21700, LBP 89500, LKR 300, LRD 190, LSL 18, LYD 5.4, MAD 9.5, MDL 17.5, MGA 4500, MKD 57, MMK 2100, MNT 3500,
  MOP 8, MRU 40, MUR 46, MWK 1735, MXN 19, MYR 4.3, MZN 64, NAD 18, NGN 1550, NIO 36.8, NOK 10.4, NPR 134, NZD 1.7,
  OMR 0.385, PAB 1, PEN 3.6, PGK 4.1, PHP 57, PKR 281, PLN 3.8, PYG 7600, QAR 3.64, RON 4.6, RSD 108, RUB 90, RWF 1430,
  SAR 3.75, SBD 8.3, SCR 14.3, SDG 600, SEK 10, SHP 0.787, SLE 22.7, SOS 571, SRD 37, SSP 4500, STN 22.6, SVC 8.75,
  SYP 13000, SZL 18, THB 33, TJS 10.5, TMT 3.5, TND 3, TOP 2.38, TRY 40, TTD 6.78, TWD 31, TZS 2600, UAH 41.5, UGX 3650,
  UYI 6.5, UYU 41, UYW 26, UZS 12700, VED 120, VES 120, VND 25500, VUV 119, WST 2.75, XAF 605, XCD 2.7, XCG 1.79,
  XOF 605, XPF 110, YER 530, ZAR 18, ZMW 26, ZWG 26.7`;

/** US dollars for a major unit, by currency. */
const VALUES = new Map<string, Rate>([
  ...Object.entries(MICRO_USD).map(([code, micros]) => [code, { numerator: micros, denominator: 1_000_000n }] as const),
  ...PER_DOLLAR.split(',').map((entry) => {
    const [code = '', units = ''] = entry.trim().split(' ');
    const [whole = '', decimals = ''] = units.split('.');
    return [code, { numerator: 1_000n, denominator: BigInt(whole + decimals.padEnd(3, '0')) }] as const;
  }),
]);

/** Rates between the currencies of a table that comes with Florin: all of ISO 4217. */
export function createBuiltInRates(): RateProvider {
  const rateNow = (from: string, to: string): Rate => {
    const [given, wanted] = [VALUES.get(from), VALUES.get(to)];
    if (given === undefined) throw invalidField('from', `there is no rate for ${from}`);
    if (wanted === undefined) throw invalidField('to', `there is no rate for ${to}`);
    return {
      numerator: given.numerator * wanted.denominator,
      denominator: given.denominator * wanted.numerator,
    };
  };
  return { rateNow, rate: async (from, to) => Promise.resolve(rateNow(from, to)) };
}
