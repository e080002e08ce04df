import type { Config } from '../config.ts';

export type ServiceName = 'auth' | 'users' | 'ledger' | 'finance' | 'notify';

/** The first segment after /v1 names the service. */
const SEGMENTS: Record<ServiceName, readonly string[]> = {
  auth: ['auth'],
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
    'admin',
  ],
  finance: ['wallets', 'categories', 'transactions', 'budgets', 'summaries', 'insights', 'exports'],
  notify: ['notifications', 'notification-preferences'],
};

const BY_SEGMENT = new Map<string, Target>(
  Object.entries(SEGMENTS).flatMap(([name, segments]) =>
    segments.map((segment) => [segment, { service: name as ServiceName, label: `/v1/${segment}` }]),
  ),
);

export interface Target {
  service: ServiceName;
  /** the part of the path that chose it: low in number, fit for a metric's label */
  label: string;
}

/** The service a path belongs to; undefined when it is none's. */
export function targetOf(path: string, { DEPLOYMENT }: Pick<Config, 'DEPLOYMENT'>): Target | undefined {
  const [, first = '', second = ''] = path.split('/', 3);
  if (first === '.well-known' && second !== '') return { service: 'auth', label: '/.well-known' };
  if (first === 'dev' && second === 'mailbox' && DEPLOYMENT === 'development') {
    return { service: 'notify', label: '/dev/mailbox' };
  }
  return first === 'v1' ? BY_SEGMENT.get(second) : undefined;
}

export const SERVICE_NAMES = Object.keys(SEGMENTS) as ServiceName[];

/** MiB at the edge; each route of a service has its own, lower one. Users take pictures, the ledger takes batches. */
const CEILINGS: Partial<Record<ServiceName, number>> = { users: 8, ledger: 4 };

export function maxBodyBytesOf(service: ServiceName): number {
  return (CEILINGS[service] ?? 1) * 1024 * 1024;
}
