import { isTracing, openSpan } from '@florin/service-kit';
import type { Bus } from '../bus.ts';

/**
 * A bus that shows in each event's trace how long the event took from its commit until the broker held it. Costs a look
 * at a flag while traces are not exported.
 */
export function traced(bus: Bus, service: string): Bus {
  return {
    ...bus,
    publish: async (events) => {
      await bus.publish(events);
      if (!isTracing()) return;
      for (const { type, traceparent, occurredAt } of events) {
        if (traceparent === null) continue;
        const options = { kind: 'producer', parent: traceparent, startedAt: new Date(occurredAt) } as const;
        openSpan(service, `publish ${type}`, options)?.end();
      }
    },
  };
}
