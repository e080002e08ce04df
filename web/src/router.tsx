import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouteComponent,
} from '@tanstack/react-router';
import { queryClient } from './api/client.ts';
import { isSignedIn, onSignedOut } from './api/session.ts';
import { NotFound } from './features/shell/not-found.tsx';
import { Shell } from './features/shell/shell.tsx';
import { Welcome } from './features/shell/welcome.tsx';
import { PageFailed } from './features/shell/page-failed.tsx';

const root = createRootRoute({ notFoundComponent: NotFound });

/** Pages of those who are signed in; others are sent to sign in, and back afterwards. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!isSignedIn()) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
  },
});

const welcome = createRoute({
  getParentRoute: () => root,
  id: 'welcome',
  component: Welcome,
  beforeLoad: () => {
    if (isSignedIn()) throw redirect({ to: '/' });
  },
});

type Load = () => RouteComponent;
const page = (parent: typeof shell | typeof welcome) => (path: string, component: Load | RouteComponent) =>
  createRoute({ getParentRoute: () => parent as typeof shell, path, component: component as RouteComponent });
const inside = page(shell);
const outside = page(welcome);

const tree = root.addChildren([
  welcome.addChildren([
    outside(
      '/sign-in',
      lazyRouteComponent(() => import('./features/auth/sign-in-page.tsx'), 'SignInPage'),
    ),
    outside(
      '/sign-up',
      lazyRouteComponent(() => import('./features/auth/sign-up-page.tsx'), 'SignUpPage'),
    ),
    outside(
      '/forgot',
      lazyRouteComponent(() => import('./features/auth/forgot-page.tsx'), 'ForgotPage'),
    ),
  ]),
  shell.addChildren([
    inside(
      '/',
      lazyRouteComponent(() => import('./features/home/page.tsx'), 'HomePage'),
    ),
    inside(
      '/send',
      lazyRouteComponent(() => import('./features/send/page.tsx'), 'SendPage'),
    ),
    inside(
      '/requests',
      lazyRouteComponent(() => import('./features/requests/page.tsx'), 'RequestsPage'),
    ),
    inside(
      '/requests/new',
      lazyRouteComponent(() => import('./features/requests/new-page.tsx'), 'NewRequestPage'),
    ),
    inside(
      '/activity',
      lazyRouteComponent(() => import('./features/activity/page.tsx'), 'ActivityPage'),
    ),
    inside(
      '/activity/$transferId',
      lazyRouteComponent(() => import('./features/activity/transfer-page.tsx'), 'TransferPage'),
    ),
    inside(
      '/wallets',
      lazyRouteComponent(() => import('./features/wallets/page.tsx'), 'WalletsPage'),
    ),
    inside(
      '/spending',
      lazyRouteComponent(() => import('./features/spending/page.tsx'), 'SpendingPage'),
    ),
    inside(
      '/budgets',
      lazyRouteComponent(() => import('./features/budgets/page.tsx'), 'BudgetsPage'),
    ),
    inside(
      '/friends',
      lazyRouteComponent(() => import('./features/friends/page.tsx'), 'FriendsPage'),
    ),
    inside(
      '/add-money',
      lazyRouteComponent(() => import('./features/money-in/page.tsx'), 'AddMoneyPage'),
    ),
    inside(
      '/settings/security',
      lazyRouteComponent(() => import('./features/settings/security-page.tsx'), 'SecurityPage'),
    ),
    inside(
      '/settings',
      lazyRouteComponent(() => import('./features/settings/page.tsx'), 'SettingsPage'),
    ),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageFailed,
});

onSignedOut(() => {
  queryClient.clear();
  sessionStorage.clear();
  void router.navigate({ to: '/sign-in', search: {} });
});

// a page that changes takes those who use a keyboard or a reader to its title
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) document.querySelector<HTMLElement>('main h1')?.focus();
});
