export { currencies, exponentOf, isCurrency, type Currency } from './currency.ts';
export { MAX_AMOUNT, MAX_JSON_AMOUNT, formatMajor, parseMajor, toJsonAmount, toMajorNumber } from './money.ts';
export { splitByWeights, splitEqually } from './split.ts';
