/** Writes docs/api: openapi.json, the merged document of `/v1`, from the route tables of the services, and one for each dialect. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { apiRoutes as auth } from '@florin/auth';
import { apiRoutes as finance } from '@florin/finance';
import { apiRoutes as ledger } from '@florin/ledger';
import { apiRoutes as notify } from '@florin/notify';
import { apiRoutes as users } from '@florin/users';
import { toOpenApi } from '@florin/service-kit';
import { apiRoutes as gateway } from '../gateway/src/api.ts';
import { readConfig } from '../gateway/src/config.ts';
import type { DialectDeps } from '../gateway/src/dialects/dialect.ts';
import { createDialects } from '../gateway/src/dialects/index.ts';
import { dialectOpenApi } from '../gateway/src/dialects/openapi.ts';
import { mergeOpenApi } from '../gateway/src/openapi/merge.ts';
import { checkExamples } from './openapi/check-examples.ts';
import { examples } from './openapi/examples.ts';
import { fields } from './openapi/fields/index.ts';
import { names } from './openapi/names.ts';
import { operations } from './openapi/operations/index.ts';
import { writeReference, type Reference } from './openapi/reference.ts';
import { tags } from './openapi/tags.ts';

const folder = `${import.meta.dirname}/../docs/api`;
const routes = { auth, users, ledger, finance, notify, gateway };

const documents = Object.entries(routes).map(([name, apiRoutes]) =>
  toOpenApi({ title: `Florin ${name}`, version: '1' }, apiRoutes()),
);
const write = (name: string, document: object) => {
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(document, null, 2)}\n`);
};
checkExamples(
  Object.values(routes).flatMap((apiRoutes) => apiRoutes()),
  operations,
  examples,
);
mkdirSync(`${folder}/dialects`, { recursive: true });
write(
  'openapi',
  writeReference(mergeOpenApi(documents) as unknown as Reference, { operations, fields, names, examples, tags }),
);

const config = readConfig({ AMQP_URL: 'amqp://unused', INTERNAL_SECRET: 'no secret: nothing is sent from here' });
// handlers are what needs the rest, and none is called
for (const dialect of createDialects({ config } as DialectDeps))
  write(`dialects/${dialect.name}`, dialectOpenApi(dialect));
