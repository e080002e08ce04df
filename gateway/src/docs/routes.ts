import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express, Request, Response } from 'express';
import { FlorinError } from '@florin/errors';

/** The OpenAPI documents served: `/openapi.json`, and one per dialect at `/openapi/<name>.json`. */
export interface DocumentSource {
  main: object;
  dialects: Record<string, { title: string; document: object }>;
}

interface Asset {
  type: string;
  body: Buffer;
  etag: string;
}

const ASSETS = join(import.meta.dirname, 'assets');

/** `/docs` with its own assets, `/openapi.json`, and a welcome at `/`. */
export function mountDocs(app: Express, documents: DocumentSource): void {
  const main = asset('application/json', Buffer.from(JSON.stringify(documents.main)));
  const dialects = new Map(
    Object.entries(documents.dialects).map(([name, { document }]) => [
      name,
      asset('application/json', Buffer.from(JSON.stringify(document))),
    ]),
  );
  const index = Object.entries(documents.dialects).map(([name, { title }]) => ({
    title,
    url: `/openapi/${name}.json`,
  }));

  app.get('/openapi.json', serve(main));
  app.get('/openapi/index.json', (_request, response) => {
    response.json({ data: [{ title: 'Florin /v1', url: '/openapi.json' }, ...index] });
  });
  app.get('/openapi/:file', (request, response, next) => {
    const found = dialects.get(request.params.file.replace(/\.json$/, ''));
    if (found) serve(found)(request, response);
    else next(new FlorinError('NOT_FOUND', `There is no ${request.path}`));
  });
  app.get(['/docs', '/docs/'], serve(fromFile('index.html', 'text/html; charset=utf-8')));
  app.get('/docs/docs.css', serve(fromFile('docs.css', 'text/css; charset=utf-8')));
  for (const script of ['docs.js', 'render.js', 'schema.js', 'try.js']) {
    app.get(`/docs/${script}`, serve(fromFile(script, 'text/javascript; charset=utf-8')));
  }
  app.get('/docs/icon.svg', serve(fromFile('icon.svg', 'image/svg+xml')));
  app.get('/favicon.ico', serve(fromFile('icon.svg', 'image/svg+xml')));
  app.get('/', welcome);
}

function welcome(request: Request, response: Response): void {
  if (request.accepts(['json', 'html']) === 'html') response.redirect(302, '/docs');
  else response.json({ name: 'Florin', docs: '/docs', openapi: '/openapi.json', health: '/readyz' });
}

function fromFile(name: string, type: string): Asset {
  return asset(type, readFileSync(join(ASSETS, name)));
}

function asset(type: string, body: Buffer): Asset {
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

function serve({ type, body, etag }: Asset) {
  return (request: Request, response: Response): void => {
    response.setHeader('ETag', etag).setHeader('Cache-Control', 'no-cache');
    if (request.headers['if-none-match'] === etag) response.status(304).end();
    else response.setHeader('Content-Type', type).setHeader('Content-Length', body.length).end(body);
  };
}
