import { readFileSync, writeFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Writes `<file>.br` beside every text file of a folder. */
export async function compressFolder(folder: string): Promise<void> {
  const files = globSync('**/*.{js,css,html,svg,json,webmanifest}', { cwd: folder });
  await Promise.all(
    files.map(async (file) => {
      const body = readFileSync(join(folder, file));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
      writeFileSync(join(folder, `${file}.br`), await compress(body, { params }));
    }),
  );
}
