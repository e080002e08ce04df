import type { Config } from '../config.ts';

export type ServiceName = 'auth' | 'users' | 'ledger' | 'finance' | 'notify';

/** The first segment after /v1 names the service, of `admin` the first two. */
const SEGMENTS: Record<ServiceName, readonly string[]> = {
  auth: ['auth', 'admin/users'],
  users: ['users', 'friend-requests', 'friends', 'blocks'],
  ledger: [
    'accounts',
    'statements',
    'deposits',
    'withdrawals',
    'transfers',
    'holds',
    'payment-requests',
    'splits',
    'scheduled-transfers',
    'exchanges',
    'feed',
    'limits',
    'admin/accounts',
    'admin/actions',
    'admin/adjustments',
    'admin/integrity',
    'admin/transfers',
  ],
  finance: [
    'wallets',
    'wallet-invitations',
    'categories',
    'tags',
    'transactions',
    'budgets',
    'summaries',
    'insights',
    'recurring-transactions',
    'goals',
    'rules',
    'exports',
    'imports',
  ],
  notify: ['notifications', 'notification-preferences', 'admin/dead-letters', 'admin/dead-letter-actions'],
};

const MIB = 1024 * 1024;
/** MiB at the edge; each route of a service has its own, lower one. Users take pictures, the ledger takes batches. */
const CEILINGS: Partial<Record<ServiceName, number>> = { users: 8, ledger: 4 };
/** files, which are streamed */
const UPLOADS: Partial<Record<string, number>> = { '/v1/imports': 100, '/v1/transactions': 10 };

const targetOn = (service: ServiceName, label: string): Target => {
  return { service, label, maxBodyBytes: (UPLOADS[label] ?? CEILINGS[service] ?? 1) * MIB };
};

const BY_SEGMENT = new Map<string, Target>(
  Object.entries(SEGMENTS).flatMap(([name, segments]) =>
    segments.map((segment) => [segment, targetOn(name as ServiceName, `/v1/${segment}`)]),
  ),
);

/** What the gateway answers itself, while what stands beside it is handed on. */
export const STREAM_PATH = '/v1/notifications/stream';
export const HEALTH_PATH = '/v1/admin/health';

export interface Target {
  service: ServiceName;
  maxBodyBytes: number;
  /** the part of the path that chose it: low in number, fit for a metric's label */
  label: string;
}

/** The service a path belongs to; undefined when it is none's. */
export function targetOf(path: string, { DEPLOYMENT }: Pick<Config, 'DEPLOYMENT'>): Target | undefined {
  const [, first = '', second = '', third = ''] = path.split('/', 4);
  if (first === '.well-known' && second !== '') return targetOn('auth', '/.well-known');
  if (first === 'dev' && second === 'mailbox' && DEPLOYMENT === 'development') {
    return targetOn('notify', '/dev/mailbox');
  }
  if (path === STREAM_PATH || path === HEALTH_PATH) return undefined;
  return first === 'v1' ? BY_SEGMENT.get(second === 'admin' ? `admin/${third}` : second) : undefined;
}

export const SERVICE_NAMES = Object.keys(SEGMENTS) as ServiceName[];
