import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Express, Request, RequestHandler, Response } from 'express';
import { FlorinError } from '@florin/errors';
import { withSamples } from './samples.ts';

/** The OpenAPI documents served: `/openapi.json`, and one per dialect at `/openapi/<name>.json`. */
export interface DocumentSource {
  main: object;
  dialects: Record<string, { title: string; document: object }>;
  /** the URL that the samples call */
  publicUrl: string;
}

interface Asset {
  type: string;
  body: Buffer;
  etag: string;
}

const ASSETS = join(import.meta.dirname, 'assets');
/** name in the documents' URLs of the page of `/v1` */
const MAIN = 'v1';
/**
 * The page's element writes its own style sheets into the page. Nothing else is let in: no script but ours, no request to another
 * origin. Every other path keeps the policy of edge/security-headers.ts.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

/** `/docs` and `/docs/<dialect>` with their assets, the documents, and a welcome at `/`. */
export function mountDocs(app: Express, documents: DocumentSource): void {
  mountDocuments(app, documents);
  mountPage(app, documents);
  app.get('/', welcome);
}

function mountDocuments(app: Express, { main, dialects }: DocumentSource): void {
  const mainAsset = json(main);
  const assets = new Map(Object.entries(dialects).map(([name, { document }]) => [name, json(document)]));
  const index = Object.entries(dialects).map(([name, { title }]) => ({ title, url: `/openapi/${name}.json` }));
  app.get('/openapi.json', serve(mainAsset));
  app.get('/openapi/index.json', (_request, response) => {
    response.json({ data: [{ title: 'Florin /v1', url: '/openapi.json' }, ...index] });
  });
  app.get('/openapi/:file', named(assets));
}

function mountPage(app: Express, { main, dialects, publicUrl }: DocumentSource): void {
  const shown = new Map(
    [[MAIN, main] as const, ...Object.entries(dialects).map(([name, { document }]) => [name, document] as const)].map(
      ([name, document]) => [name, json(withSamples(document, publicUrl))],
    ),
  );
  const page = fromFile('index.html', 'text/html; charset=utf-8');
  app.get('/docs/documents/:file', named(shown));
  app.get('/docs/docs.css', serve(fromFile('docs.css', 'text/css; charset=utf-8')));
  app.get('/docs/docs.js', serve(fromFile('docs.js', 'text/javascript; charset=utf-8')));
  app.get('/docs/rapidoc.js', serve(asset('text/javascript; charset=utf-8', readRapidoc())));
  app.get(['/docs/icon.svg', '/favicon.ico'], serve(fromFile('icon.svg', 'image/svg+xml')));
  app.get(['/docs', ...Object.keys(dialects).map((name) => `/docs/${name}`)], (request, response, next) => {
    response.setHeader('Content-Security-Policy', PAGE_POLICY);
    serve(page)(request, response, next);
  });
}

function readRapidoc(): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js'));
}

/** For programs; people get the web app. */
function welcome(_request: Request, response: Response): void {
  response.json({ name: 'Florin', docs: '/docs', openapi: '/openapi.json', health: '/readyz' });
}

function fromFile(name: string, type: string): Asset {
  return asset(type, readFileSync(join(ASSETS, name)));
}

function json(document: object): Asset {
  return asset('application/json', Buffer.from(JSON.stringify(document)));
}

function asset(type: string, body: Buffer): Asset {
  return { type, body, etag: createHash('sha256').update(body).digest('base64url').slice(0, 22) };
}

function named(assets: ReadonlyMap<string, Asset>): RequestHandler {
  const handlers = new Map([...assets].map(([name, one]) => [`${name}.json`, serve(one)]));
  return (request, response, next) => {
    const handler = handlers.get(String(request.params['file']));
    if (handler) handler(request, response, next);
    else next(new FlorinError('NOT_FOUND', `There is no ${request.path}`));
  };
}

const compress = promisify(brotliCompress);
/** The highest level takes 4 s for the page's element and saves 7 % over this one, which takes 1 s once. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Serves it with an ETag, compressed once for those who take brotli. */
function serve({ type, body, etag }: Asset): RequestHandler {
  let small: Promise<Buffer> | undefined;
  return async (request, response) => {
    const brotli = request.acceptsEncodings('br') === 'br';
    const tag = `"${etag}${brotli ? '-br' : ''}"`;
    response.setHeader('ETag', tag).setHeader('Cache-Control', 'no-cache').vary('Accept-Encoding');
    if (request.headers['if-none-match'] === tag) {
      response.status(304).end();
      return;
    }
    small ??= brotli ? compress(body, QUALITY) : undefined;
    const sent = brotli && small ? await small : body;
    if (brotli) response.setHeader('Content-Encoding', 'br');
    response.setHeader('Content-Type', type).setHeader('Content-Length', sent.length).end(sent);
  };
}
