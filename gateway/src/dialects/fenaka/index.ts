import type { Dialect, DialectDeps } from '../dialect.ts';
import { appOnly } from './access.ts';
import { renderError } from './errors.ts';
import { passwordRoutes } from './routes/password.ts';
import { signInRoutes } from './routes/sign-in.ts';

/** Sign-in by a local mobile number. The session is a cookie; the app's own bearer token says nothing of the person. */
export function createFenaka(deps: DialectDeps): Dialect {
  return {
    name: 'fenaka',
    title: 'Fenaka',
    description:
      'Sign-in by a 7-digit mobile number. The session is the cookie `connect.sid`, which signs in for /v1, too. Faulty ' +
      'fields answer 422 with a list, any other failure `{ error }`.',
    optionalFields: ['email'],
    echoedFields: ['value'],
    prefixes: ['/auth/signin', '/auth/register-mobile', '/auth/password-reset', '/auth/verify-otp'],
    routes: appOnly(deps.config, [...signInRoutes, ...passwordRoutes]),
    renderError,
  };
}
