import cluster from 'node:cluster';
import type { Logger, Service } from '@florin/service-kit';
import type { Config } from '../config.ts';
import { composePrimary } from './primary.ts';

/** The primary process where nobody forked this one, else a gateway that is one of several. */
export async function composeOneOfMany(config: Config): Promise<{ service: Service; logger: Logger }> {
  if (cluster.isPrimary) return composePrimary(config);
  const [{ compose }, { createMetricsOfAll, followPrimary }] = await Promise.all([
    import('../composition.ts'),
    import('./worker.ts'),
  ]);
  const { service, logger, metrics } = compose(config, { metricsText: createMetricsOfAll() });
  const start = async () => {
    await service.start();
    followPrimary(metrics.registry);
  };
  return { service: { ...service, start }, logger };
}
