import type { Bus } from '@florin/messaging';
import { createJob, type Clock, type Logger, type Metrics } from '@florin/service-kit';
import { Gauge } from 'prom-client';
import type { Clients } from '../clients/index.ts';
import type { Session } from '../session/session.ts';
import { feedStreams } from './feed.ts';
import { streamRoutes } from './routes.ts';
import { createStreams } from './streams.ts';

/** Proxies and browsers give up a connection on which nothing comes for a minute. */
const BEAT_MS = 15_000;

/** Event streams to people: fed by one subscription, ended here. */
export function openStreams({
  bus,
  notify,
  clock,
  logger,
  metrics,
  isRevoked,
}: {
  bus: Pick<Bus, 'subscribe' | 'healthy'>;
  notify: Clients['notify'];
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  isRevoked: (session: Session) => boolean;
}) {
  const streams = createStreams({ clock, isRevoked });
  feedStreams(bus, streams);
  new Gauge({
    name: 'florin_event_streams',
    help: 'Event streams to people that end at this process',
    registers: [metrics.registry],
    collect() {
      this.set(streams.size());
    },
  });
  let wasHealthy = true;
  const job = createJob(
    {
      name: 'event streams',
      everyMs: () => BEAT_MS,
      run: () => {
        // what was published while the bus was away has passed this process by
        if (bus.healthy() && !wasHealthy) streams.resync();
        wasHealthy = bus.healthy();
        streams.beat();
        return Promise.resolve();
      },
    },
    logger,
  );
  return {
    routes: streamRoutes({ streams, notify }),
    endRevoked: (userId: string) => {
      streams.endRevoked(userId);
    },
    start: () => {
      job.start();
    },
    stop: async () => {
      streams.close();
      await job.stop();
    },
  };
}
