import type { Dialect, DialectDeps, DialectRoute } from '../dialect.ts';
import { errorRenderer } from './errors.ts';
import { loginRoutes } from './routes/login.ts';
import { twoFactorRoutes } from './routes/two-factor.ts';
import { userRoutes } from './routes/user.ts';
import { verifyTotpRoutes } from './routes/verify-totp.ts';
import { walletRoutes } from './routes/wallet.ts';

/** Sign-in by cookies with TOTP, and a membership card whose points come by check-ins and a wheel. */
export function createUrbanFits(deps: DialectDeps): Dialect {
  const routes = [...loginRoutes, ...verifyTotpRoutes, ...twoFactorRoutes, ...userRoutes, ...walletRoutes];
  return {
    name: 'urbanfits',
    title: 'Urban Fits',
    description:
      'Sign-in by cookies with TOTP, and a membership card whose points come by check-ins and a wheel. Accounts are ' +
      'made by /v1 or another API here: there is no sign-up.',
    // what is unknown under /api is refused in this shape; /api/v1 is the Tracker's
    prefixes: ['/auth/logout', '/2fa', '/user', '/uf-wallet-barcodes', '/api'],
    // a new user has not checked in, spun or set TOTP up; most points don't lapse
    optionalFields: [
      'last_checkin',
      'last_spin_reward',
      'last_uf_spin',
      'next_uf_spin',
      'two_fa_activation_date',
      'expiration_date',
    ],
    routes: [...routes, ...routes.map(underApi)],
    renderError: errorRenderer(deps.config),
  };
}

/** The same route under `/api`, which the published base URL holds; no other API is there, so it claims every request. */
function underApi(route: DialectRoute): DialectRoute {
  const copy = { ...route, path: `/api${route.path}` };
  delete copy.claims;
  return copy;
}
