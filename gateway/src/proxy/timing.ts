import { isFlorinError } from '@florin/errors';
import { exemplarOf, SECONDS, type Metrics } from '@florin/service-kit';
import { Histogram } from 'prom-client';

/** Does a call to an upstream and notes how long it took and what came of it: `answered`, or the code of the failure. */
export type TimeUpstream = <T>(upstream: string, call: () => Promise<T>) => Promise<T>;

export function createUpstreamTimer({ registry }: Metrics): TimeUpstream {
  const histogram = new Histogram<'upstream' | 'outcome' | 'trace_id'>({
    name: 'florin_upstream_request_duration_seconds',
    help: 'Time of a proxied request at its service, until the reply went out',
    labelNames: ['upstream', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
    enableExemplars: true,
  });
  return async (upstream, call) => {
    const started = performance.now();
    const note = (outcome: string): void => {
      const value = (performance.now() - started) / 1000;
      histogram.observe({ labels: { upstream, outcome }, value, ...exemplarOf() });
    };
    try {
      const result = await call();
      note('answered');
      return result;
    } catch (error) {
      note(isFlorinError(error) ? error.code : 'INTERNAL');
      throw error;
    }
  };
}
