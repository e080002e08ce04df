import type { Clock, Metrics } from '@florin/service-kit';
import { describeProcess, type ProcessHealth } from './describe-process.ts';
import { readMetrics, sumOf, type Series } from './metric-text.ts';

export interface SystemHealth {
  status: 'ready' | 'not ready';
  processes: ProcessHealth[];
  ledger: { integrityBreaches: number | null; unsealedSeconds: number | null };
  deadLetters: { consumer: string; count: number }[];
}

export interface HealthOptions {
  /** URLs of the services, by name */
  services: Readonly<Record<string, string>>;
  metrics: Metrics;
  clock: Clock;
}

const TIMEOUT_MS = 2_000;
const MAX_BYTES = 2 * 1024 * 1024;

/** Asks every process for its own health and puts it together; what does not answer is told as not ready. */
export async function lookAtHealth({ services, metrics, clock }: HealthOptions): Promise<SystemHealth> {
  const told = await Promise.all([
    metrics.registry.metrics().then((text) => ({ name: 'gateway', ready: true, series: readMetrics(text) })),
    ...Object.entries(services).map(([name, url]) => askService(name, url)),
  ]);
  const seriesOf = (wanted: string): Series[] => told.find(({ name }) => name === wanted)?.series ?? [];
  const ledger = seriesOf('ledger');
  const now = clock();
  return {
    status: told.every(({ ready }) => ready) ? 'ready' : 'not ready',
    processes: told.map(({ name, ready, series }) => describeProcess(name, ready, series, now)),
    ledger: {
      integrityBreaches: sumOf(ledger, 'florin_ledger_integrity_breaches'),
      unsealedSeconds: sumOf(ledger, 'florin_ledger_unsealed_seconds'),
    },
    deadLetters: told
      .flatMap(({ series }) => series)
      .filter((one) => one.name === 'florin_bus_dead_letter_events')
      .map(({ labels, value }) => ({ consumer: labels['consumer'] ?? '', count: value })),
  };
}

async function askService(name: string, url: string): Promise<{ name: string; ready: boolean; series: Series[] }> {
  const [ready, series] = await Promise.all([
    ask(url, '/readyz').then(
      () => true,
      () => false,
    ),
    ask(url, '/metrics').then(readMetrics, () => []),
  ]);
  return { name, ready, series };
}

async function ask(url: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  const text = await response.text();
  if (!response.ok || text.length > MAX_BYTES) throw new Error(`${path} answered ${String(response.status)}`);
  return text;
}
