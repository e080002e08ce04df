import { createHttpServer, tracing, type Metrics, type Step } from '@florin/service-kit';
import type { Config } from '../config.ts';

/** What tells of the gateway: its traces, and its metrics on a port of their own. */
export const telemetrySteps = (config: Config, metrics: Metrics, text: () => Promise<string>): Step[] => [
  tracing('gateway', config),
  metricsServer(config, metrics, text),
];

/** The step that serves /metrics, and nothing else, on METRICS_PORT; none without it. */
function metricsServer(
  { HOST: host, METRICS_PORT: port }: Config,
  { registry }: Metrics,
  read: () => Promise<string>,
): Step {
  if (port === undefined) return { name: 'metrics' };
  const server = createHttpServer(
    (request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      void read().then(
        (text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    },
    { host, port },
  );
  return { name: 'metrics', start: () => server.start(), stop: () => server.stop() };
}
