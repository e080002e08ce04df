import { openBankFile, type BankRow, type Item, type ReadOptions } from '../src/index.ts';

/** All that a file gives, handed out in pieces of so many bytes. */
export async function readFile(content: string | Buffer, options: Partial<ReadOptions> = {}, pieceBytes = 7_919) {
  const bytes = Buffer.from(content as string);
  async function* source() {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      yield await Promise.resolve(bytes.subarray(at, at + pieceBytes));
  }
  const file = await openBankFile(source, { currency: 'USD', ...options });
  const items: Item[] = [];
  for await (const item of file.items()) items.push(item);
  const of = <Kind extends Item['kind']>(kind: Kind) =>
    items.filter((item): item is Extract<Item, { kind: Kind }> => item.kind === kind);
  return {
    file,
    items,
    rows: of('row').map(({ row }) => row),
    problems: of('problem').map(({ line, column, message }) => `${line}:${column} ${message}`),
    warnings: of('warning').map(({ message }) => message),
    skipped: of('skipped').map(({ line, reason }) => `${line} ${reason}`),
  };
}

/** Rows in short: date, minor units, text. */
export const brief = (rows: BankRow[]) => rows.map(({ date, amount, text }) => `${date} ${amount} ${text}`);
