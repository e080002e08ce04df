import type { Dialect, DialectDeps } from '../dialect.ts';
import { renderError } from './errors.ts';
import { accountRoutes } from './routes/account.ts';
import { friendRequestRoutes, friendRoutes } from './routes/friend.ts';
import { pictureRoutes } from './routes/picture.ts';
import { searchRoutes } from './routes/search.ts';
import { moneyRoutes } from './routes/send.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { transactionRoutes } from './routes/transaction.ts';

/** Payments between people. Amounts are major units of the main account's currency; errors are `{ message }`. */
export function createSpotMe(deps: DialectDeps): Dialect {
  return {
    name: 'spotme',
    title: 'SpotMe',
    description:
      'Payments between people. Sign-up and login answer a token that already begins with "Bearer ". Every field may ' +
      'also come in the query string; amounts are major units.',
    prefixes: ['/auth', '/transaction', '/transactions'],
    queryInBody: true,
    // strangers show neither e-mail nor balance, lists no picture
    optionalFields: ['email', 'balance', 'img'],
    renderError,
    routes: [
      ...signInRoutes,
      ...accountRoutes,
      ...pictureRoutes,
      ...searchRoutes,
      ...friendRoutes(deps),
      ...friendRequestRoutes(deps),
      ...moneyRoutes,
      ...transactionRoutes,
      // the published page's headings have the plural
      ...transactionRoutes.map((route) => ({
        ...route,
        path: route.path.replace('/transaction/', '/transactions/'),
      })),
    ],
  };
}
