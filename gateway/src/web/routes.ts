import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { WebBuild, WebFile } from './build.ts';

/**
 * First segments of paths that programs call: those of the API, the docs and the dialects. The app's own pages avoid them, and a
 * browser that opens one gets what a program gets.
 */
const RESERVED = new Set(
  'v1 docs openapi openapi.json dev healthz readyz metrics .well-known auth user 2fa transaction transactions api uf-wallet-barcodes'.split(
    ' ',
  ),
);

/** The styles that react-aria writes into the page: for what can be pressed, and for what stands over the page on iOS. */
const INLINE_STYLES = [
  '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
  '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
];
const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A page of the app may load and call this origin only, and no script or style is written into it but the ones above. */
const PAGE_POLICY = [
  "default-src 'self'",
  `style-src 'self' ${INLINE_STYLES.map(hashOf).join(' ')}`,
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

const YEAR = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html>
<html lang="en">
<title>Florin</title>
<h1>The web app is not built</h1>
<p><code>npm run build -w web</code> makes it; then start the gateway again.</p>
<p><a href="/docs">The API</a> works without it.</p>
</html>
`;

export interface WebOptions {
  build: WebBuild | undefined;
  publicUrl: string;
  /** `development` lets the app link to the mailbox */
  deployment: string;
}

/** Serves the web app: its files, and its page for every path that a browser opens and no program calls. */
export function serveWeb({ build, deployment, publicUrl }: WebOptions): RequestHandler {
  const policy = publicUrl.startsWith('https://') ? `${PAGE_POLICY};upgrade-insecure-requests` : PAGE_POLICY;
  const page = build && withDeployment(build.page, deployment);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    const file = build?.files.get(request.path);
    if (file) {
      response.setHeader('Cache-Control', file.immutable ? YEAR : 'no-cache');
      send(file, request, response);
    } else if (isPage(request)) {
      response.setHeader('Cache-Control', 'no-cache').vary('Accept');
      if (page) {
        response.setHeader('Content-Security-Policy', policy);
        send(page, request, response);
      } else if (request.path === '/') response.type('html').send(NOT_BUILT);
      else next();
    } else next();
  };
}

function isPage(request: Request): boolean {
  const [, first = ''] = request.path.split('/', 2);
  return !RESERVED.has(first) && !request.path.includes('.') && request.accepts(['json', 'html']) === 'html';
}

/** The page says what it runs in, so that the app needs no call to learn it. */
function withDeployment(page: WebFile, deployment: string): WebFile {
  const body = Buffer.from(page.body.toString().replace('<html ', `<html data-deployment="${deployment}" `));
  return { ...page, body, brotli: undefined, etag: `${page.etag}-${deployment}` };
}

function send(file: WebFile, request: Request, response: Response): void {
  const brotli = request.acceptsEncodings('br') === 'br' ? file.brotli : undefined;
  const tag = `"${file.etag}${brotli ? '-br' : ''}"`;
  response.setHeader('ETag', tag).vary('Accept-Encoding');
  if (request.headers['if-none-match'] === tag) {
    response.status(304).end();
    return;
  }
  if (brotli) response.setHeader('Content-Encoding', 'br');
  const body = brotli ?? file.body;
  response.setHeader('Content-Type', file.type).setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
