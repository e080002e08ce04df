import type { Route } from '@florin/service-kit';
import type { App } from '../../../app/ports.ts';
import { accountRoutes } from './account.ts';
import { codeRoutes } from './codes.ts';
import { contactRoutes } from './contacts.ts';
import { factorRoutes } from './factors.ts';
import { keyRoutes } from './keys.ts';
import { passkeyRoutes } from './passkeys.ts';
import { passwordRoutes } from './passwords.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { securityRoutes } from './security.ts';
import { sessionRoutes } from './sessions.ts';

/** Every /v1 route of the auth service. */
export function routes(app: App): Route[] {
  return [
    ...accountRoutes(app),
    ...sessionRoutes(app),
    ...secondFactorRoutes(app),
    ...codeRoutes(app),
    ...passwordRoutes(app),
    ...contactRoutes(app),
    ...factorRoutes(app),
    ...passkeyRoutes(app),
    ...securityRoutes(app),
    ...keyRoutes(app),
  ];
}
