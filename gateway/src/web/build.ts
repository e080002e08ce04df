import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file of the web app's build, as it goes out. */
export interface WebFile {
  type: string;
  body: Buffer;
  /** the same, compressed */
  brotli: Buffer | undefined;
  etag: string;
  /** its name tells its content: it never changes */
  immutable: boolean;
}

export interface WebBuild {
  page: WebFile;
  /** by path, e.g. `/assets/index-1a2b3c4d.js` */
  files: ReadonlyMap<string, WebFile>;
}

const FOLDER = join(import.meta.dirname, '../../../web/dist');

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Reads what `npm run build -w web` made; undefined when nothing is there. */
export function readWebBuild(folder: string = FOLDER): WebBuild | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const names = globSync('**/*', { cwd: folder }).filter((name) => extname(name) in TYPES);
  const files = new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [`/${name.replaceAll('\\', '/')}`, readFile(folder, name)]),
  );
  const page = files.get('/index.html');
  files.delete('/index.html');
  return page && { page, files };
}

function readFile(folder: string, name: string): WebFile {
  const body = readFileSync(join(folder, name));
  const compressed = join(folder, `${name}.br`);
  return {
    type: TYPES[extname(name)] ?? '',
    body,
    brotli: existsSync(compressed) ? readFileSync(compressed) : undefined,
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    immutable: name.startsWith('assets'),
  };
}
