import type { Metrics } from '@florin/service-kit';
import type { Config } from '../config.ts';
import type { Sessions } from '../session/sessions.ts';
import { SERVICE_NAMES, type ServiceName } from './table.ts';
import { createUpstreamTimer } from './timing.ts';
import { createUpstream, type Upstream } from './upstream.ts';

export type Upstreams = Record<ServiceName, Upstream>;

export function urlsOf(config: Config): Record<ServiceName, string> {
  return {
    auth: config.AUTH_URL,
    users: config.USERS_URL,
    ledger: config.LEDGER_URL,
    finance: config.FINANCE_URL,
    notify: config.NOTIFY_URL,
  };
}

/** One proxy with its own connections and breaker per service. */
export function openUpstreams(
  config: Config,
  { sessions, metrics }: { sessions: Pick<Sessions, 'sign'>; metrics: Metrics },
): Upstreams & { stop: () => void } {
  const urls = urlsOf(config);
  const timeoutMs = config.UPSTREAM_TIMEOUT_MS;
  const shared = { timeoutMs, sessions, metrics, time: createUpstreamTimer(metrics) };
  const entries = SERVICE_NAMES.map((name) => [name, createUpstream({ name, url: urls[name], ...shared })]);
  const upstreams = Object.fromEntries(entries) as Upstreams;
  return {
    ...upstreams,
    stop: () => {
      for (const upstream of Object.values(upstreams)) upstream.stop();
    },
  };
}
