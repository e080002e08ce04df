export { openBankFile } from './open.ts';
export { knownEncoding } from './text/encoding.ts';
export { COLUMNS, DELIMITERS, type Column, type Mapping } from './csv/mapping.ts';
export { DATE_ORDERS } from './text/date.ts';
export { FORMATS } from './types.ts';
export type { BankFile, BankRow, Format, Item, ReadOptions, Source, Split } from './types.ts';
export { BrokenZip, openZip, type Pieces, type ZipEntry } from './zip.ts';
