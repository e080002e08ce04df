import type { Dialect, DialectDeps } from '../dialect.ts';
import { errorRenderer } from './errors.ts';
import { loginRoutes } from './routes/login.ts';
import { twoFactorRoutes } from './routes/two-factor.ts';
import { userRoutes } from './routes/user.ts';
import { verifyTotpRoutes } from './routes/verify-totp.ts';
import { walletRoutes } from './routes/wallet.ts';

/** Sign-in by cookies with TOTP, and a membership card whose points come by check-ins and a wheel. */
export function createUrbanFits(deps: DialectDeps): Dialect {
  return {
    name: 'urbanfits',
    title: 'Urban Fits',
    description:
      'Sign-in by cookies with TOTP, and a membership card whose points come by check-ins and a wheel. Accounts are ' +
      'made by /v1 or another API here: there is no sign-up.',
    prefixes: ['/auth/logout', '/2fa', '/user', '/uf-wallet-barcodes'],
    routes: [
      ...loginRoutes(deps),
      ...verifyTotpRoutes(deps),
      ...twoFactorRoutes(deps),
      ...userRoutes(deps),
      ...walletRoutes(deps),
    ],
    renderError: errorRenderer(deps.config),
  };
}
