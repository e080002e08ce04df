/** Writes docs/api/openapi.json, the merged document of `/v1`, from the route tables of the services. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { apiRoutes as auth } from '@florin/auth';
import { apiRoutes as finance } from '@florin/finance';
import { apiRoutes as ledger } from '@florin/ledger';
import { apiRoutes as notify } from '@florin/notify';
import { apiRoutes as users } from '@florin/users';
import { toOpenApi } from '@florin/service-kit';
import { mergeOpenApi } from '../gateway/src/openapi/merge.ts';

const folder = `${import.meta.dirname}/../docs/api`;
const routes = { auth, users, ledger, finance, notify };

const documents = Object.entries(routes).map(([name, apiRoutes]) =>
  toOpenApi({ title: `Florin ${name}`, version: '1' }, apiRoutes()),
);
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/openapi.json`, `${JSON.stringify(mergeOpenApi(documents), null, 2)}\n`);
