import type { Express } from 'express';
import { FlorinError } from '@florin/errors';
import type { Metrics } from '@florin/service-kit';
import type { Config } from '../config.ts';
import { isLocal } from '../edge/address.ts';

/** Names of what must work, each with a check that throws while it does not. */
export type Checks = Record<string, () => Promise<void>>;

/**
 * /healthz (this process runs), /readyz, /metrics as METRICS allows. /readyz is 503 while one of `checks` fails. It shows
 * `services` too, but one that is down does not make the gateway unready: the other paths work, and a restart helps no one.
 */
export function mountProbes(
  app: Express,
  options: {
    metrics: Metrics;
    metricsText: () => Promise<string>;
    checks: Checks;
    services: Checks;
    access: Config['METRICS'];
  },
): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  const look = shared(() => Promise.all([runChecks(options.services), runChecks(options.checks)]));
  app.get('/readyz', async (_request, response) => {
    const [services, own] = await look();
    const ready = Object.values(own).every((state) => state === 'ready');
    const checks = { ...services, ...own };
    if (!ready) response.status(503).setHeader('Retry-After', '1');
    response.setHeader('Cache-Control', 'no-store').json({ status: ready ? 'ready' : 'not ready', checks });
  });
  app.get('/metrics', async (request, response) => {
    if (options.access === 'off' || (options.access === 'loopback' && !isLocal(request))) {
      throw new FlorinError('NOT_FOUND', 'There is no /metrics');
    }
    const { registry } = options.metrics;
    response.type(registry.contentType).send(await options.metricsText());
  });
}

async function runChecks(checks: Checks): Promise<Record<string, 'ready' | 'not ready'>> {
  const states = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await check();
        return [name, 'ready'] as const;
      } catch {
        return [name, 'not ready'] as const;
      }
    }),
  );
  return Object.fromEntries(states);
}

const SHARED_MS = 500;

/** One look answers all who ask meanwhile and shortly after: probes are open to anyone and must not be a lever. */
function shared<T>(look: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > SHARED_MS) last = { at: performance.now(), answer: look() };
    return last.answer;
  };
}

/** A check that an upstream's own /readyz answers 200 within 2 s. */
export function upstreamReady(url: string): () => Promise<void> {
  return async () => {
    const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(2_000), redirect: 'error' });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  };
}
