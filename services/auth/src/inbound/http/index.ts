import type { Route } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { accountRoutes } from './routes/account.ts';
import { codeRoutes } from './routes/code.ts';
import { contactRoutes } from './routes/contact.ts';
import { factorRoutes } from './routes/factor.ts';
import { identityRoutes } from './routes/identity.ts';
import { linkRoutes } from './routes/link.ts';
import { passkeyRoutes } from './routes/passkey.ts';
import { passwordRoutes } from './routes/password.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { supportRoutes } from './routes/support.ts';

/** Every /v1 route of the auth service. */
export function createRoutes(useCases: UseCases): Route[] {
  return [
    ...accountRoutes(useCases),
    ...signInRoutes(useCases),
    ...sessionRoutes(useCases),
    ...secondFactorRoutes(useCases),
    ...codeRoutes(useCases),
    ...passwordRoutes(useCases),
    ...contactRoutes(useCases),
    ...factorRoutes(useCases),
    ...passkeyRoutes(useCases),
    ...identityRoutes(useCases),
    ...linkRoutes(useCases),
    ...supportRoutes(useCases),
  ];
}
