import { FORMATS, openBankFile, type BankFile, type Mapping } from '@florin/bank-files';
import type { Logger } from '@florin/service-kit';
import { type Import, MAX_ATTEMPTS, RESTORE, sourceOf } from '../../domain/imports/import.ts';
import type { Deps } from '../index.ts';
import { isExport } from '../restores/open-export.ts';
import { readExport } from '../restores/read-export.ts';
import { createCollector } from './collect-rows.ts';
import { decideImport } from './decide-import.ts';
import type { Hold } from './hold-import.ts';
import { workOnImport } from './work-on-import.ts';

export type Reading = Pick<Deps, 'stores' | 'transact' | 'clock'>;

/** as bytes of the file that are read per byte of it: the survey, the layout, the rows */
const PASSES = 3;

/**
 * Reads one file that waits for it: format, encoding and columns, then its rows. Answers whether there was one. One that
 * nobody goes on with, since its process died, is read again from the beginning; after five tries it has failed.
 */
export async function readImport(deps: Reading, logger: Logger, signal: AbortSignal): Promise<boolean> {
  return workOnImport(deps, {
    status: 'reading',
    signal,
    logger,
    run: (claimed, hold) => readFile(deps, claimed, hold),
  });
}

async function readFile(deps: Reading, claimed: Import, hold: Hold): Promise<void> {
  const { id, ownerId, walletId, asked } = claimed;
  if (claimed.attempts > MAX_ATTEMPTS) {
    const error = { code: 'INTERNAL', message: 'The file could not be read' };
    await deps.stores.imports.update(id, { status: 'failed', error }, deps.clock());
    return;
  }
  const wallet = await deps.stores.wallets.find(ownerId, walletId);
  if (!wallet) throw new Error(`import ${id} has no wallet`);
  await deps.transact(async (tx) => {
    await hold.renew(tx, 0, claimed.bytes * PASSES);
    await tx.importRows.clear(id);
  });
  if (asked.format === RESTORE || (asked.format === undefined && isExport(await deps.stores.imports.piece(id, 0))))
    return readExport(deps, claimed, hold);
  let bytes = 0;
  const source = async function* () {
    for await (const chunk of deps.stores.imports.chunks(id)) {
      await hold.tell(bytes, claimed.bytes * PASSES);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const options = {
    currency: wallet.currency,
    format: FORMATS.find((each) => each === asked.format),
    encoding: asked.encoding,
  };
  const file = await open(deps, claimed, (mapping) => openBankFile(source, { ...options, mapping }));
  const collector = createCollector(deps, claimed, hold);
  for await (const item of file.items()) {
    await collector.add(item);
    if (collector.full()) break;
  }
  const found = await collector.finish();
  await deps.transact(async (tx) => {
    await hold.renew(tx, claimed.bytes, claimed.bytes);
    await decideImport(deps, tx, { ...claimed, ...found, ...described(file) }, wallet.currency);
  });
}

const MAX_COLUMNS = 200;

/** What was found, as it can be stored: a header read in the wrong encoding holds anything. */
function described({ format, encoding, mapping }: BankFile): Pick<Import, 'format' | 'encoding' | 'mapping'> {
  const storable = (name: string) => name.replaceAll('\0', '').slice(0, 200).toWellFormed();
  const header = mapping?.header.slice(0, MAX_COLUMNS).map(storable);
  return { format, encoding, mapping: mapping && { ...mapping, header } };
}

type Open = (mapping: Partial<Mapping> | undefined) => Promise<BankFile>;

/** Opens it by what its owner said of it, or else of the last file with the same columns. */
async function open({ stores }: Reading, { ownerId, asked }: Import, openWith: Open): Promise<BankFile> {
  const found = await openWith(undefined);
  const source = sourceOf(found.format, described(found).mapping);
  const known = source === undefined ? undefined : await stores.imports.savedMapping(ownerId, source);
  const saved = asked.mapping ?? known;
  if (!saved || !found.mapping) return found;
  const { columns, ...rest } = saved as Partial<Mapping>;
  const layout = Object.keys(rest).length === 0 ? found : await openWith(rest);
  if (!columns) return layout;
  const merged = Object.entries({ ...layout.mapping?.columns, ...columns } as Record<string, number | null>).filter(
    ([, at]) => at !== null,
  );
  return openWith({ ...rest, columns: Object.fromEntries(merged) });
}
