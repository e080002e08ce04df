import type { EventType, FlorinEvent } from '@florin/contracts';
import type { Consumer, HandlerContext } from '../bus.ts';

/** What a service does with an event of type `T`. `Needs` is what every handler takes, usually the use cases. */
export type EventHandler<T extends EventType, Needs> = (
  needs: Needs,
  event: FlorinEvent<T>,
  context: HandlerContext,
) => Promise<void>;

/** The handlers of one queue. */
export type EventHandlers<Needs> = { [T in EventType]?: EventHandler<T, Needs> };

/** The consumer `name` of the types that `handlers` lists. Events of one aggregate come in their order. */
export function createConsumer<Needs>(
  name: string,
  handlers: EventHandlers<Needs>,
  needs: Needs,
  options: Pick<Consumer, 'maxAttempts' | 'backoffMs' | 'broadcast'> = {},
): Consumer {
  const table = new Map(Object.entries(handlers) as [EventType, EventHandler<EventType, Needs>][]);
  return {
    ...options,
    name,
    types: [...table.keys()],
    handle: async (event, context) => {
      const handler = table.get(event.type);
      if (!handler) throw new Error(`${name} has no handler for ${event.type}`);
      await handler(needs, event, context);
    },
  };
}
