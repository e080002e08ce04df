import type { z } from 'zod';
import { methodsOf, type Dialect, type DialectDeps } from './dialect.ts';
import { createFenaka } from './fenaka/index.ts';
import { createOtpAuth } from './otp-auth/index.ts';
import { createSpotMe } from './spotme/index.ts';
import { createTracker } from './tracker/index.ts';
import { createUrbanFits } from './urbanfits/index.ts';

/** Every dialect there is. Deleting a folder and its line here breaks nothing else. */
const DIALECTS: readonly ((deps: DialectDeps) => Dialect)[] = [
  createTracker,
  createSpotMe,
  createOtpAuth,
  createFenaka,
  createUrbanFits,
];

export function createDialects(deps: DialectDeps): Dialect[] {
  return DIALECTS.map((create) => create(deps));
}

export interface ListedRoute {
  dialect: string;
  method: string;
  path: string;
  access: 'public' | 'session';
  /** names of the fields of body, query and path */
  fields: { body: string[]; query: string[]; params: string[] };
}

/** Every route of the given dialects, one entry a method: what the hostile-input suite goes through. */
export function listRoutes(dialects: readonly Dialect[]): ListedRoute[] {
  return dialects.flatMap(({ name, routes }) =>
    routes.flatMap((route) =>
      methodsOf(route).map((method) => ({
        dialect: name,
        method,
        path: route.path,
        access: route.access as ListedRoute['access'],
        fields: { body: fieldsOf(route.body), query: fieldsOf(route.query), params: fieldsOf(route.params) },
      })),
    ),
  );
}

function fieldsOf(schema: unknown): string[] {
  return Object.keys((schema as Partial<z.ZodObject> | undefined)?.shape ?? {});
}
