import type { Dialect } from '../dialect.ts';
import { NAME } from './calls.ts';
import { renderError } from './errors.ts';
import { googleRoute } from './routes/google.ts';
import { otpRoutes } from './routes/otp.ts';
import { registerRoute } from './routes/register.ts';
import { resetPasswordRoute } from './routes/reset-password.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { verifyRoute } from './routes/verify.ts';

/** Sign-in with password, Google and one-time codes by e-mail or SMS. Errors are `{ message }` and flags. */
export function createOtpAuth(): Dialect {
  return {
    name: NAME,
    title: 'OTP auth',
    description:
      'Sign-in with a password, with Google and with one-time codes by e-mail or SMS. POST /auth/login is this API ' +
      'when the body names a platform, POST /auth/logout when there is an Authorization header.',
    // Google's claims that a token may lack
    optionalFields: ['email', 'email_verified'],
    // /auth itself, with login and logout, is shared with other APIs
    prefixes: [
      '/auth/register',
      '/auth/google-login',
      '/auth/send-otp',
      '/auth/check-otp',
      '/auth/verify',
      '/auth/reset-password',
    ],
    routes: [registerRoute, ...signInRoutes, googleRoute, ...otpRoutes, verifyRoute, resetPasswordRoute],
    renderError,
  };
}
