import { invalidField } from '@florin/errors';

/** Minor-unit exponents of the active ISO 4217 currencies (list one, 2026), and PTS, Florin's points. */
const EXPONENTS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PTS PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP ' +
    'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS ' +
    'INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
    'MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE ' +
    'SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ' +
    'ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const EXPONENT_OF = new Map(
  Object.entries(EXPONENTS).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code) => [code, Number(exponent)] as const),
  ),
);

/** An ISO 4217 code in capitals, or PTS. */
export type Currency = string;

export function isCurrency(value: string): boolean {
  return EXPONENT_OF.has(value);
}

export function currencies(): Currency[] {
  return [...EXPONENT_OF.keys()].sort();
}

/** Number of decimals between the major and the minor unit, e.g. 2 for USD, 0 for JPY. Throws INVALID_ARGUMENT for an unknown code. */
export function exponentOf(currency: Currency): number {
  const exponent = EXPONENT_OF.get(currency);
  if (exponent === undefined) {
    throw invalidField('currency', `"${currency.slice(0, 12)}" is not an ISO 4217 currency code such as USD`);
  }
  return exponent;
}
