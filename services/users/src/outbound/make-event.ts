import { createEvent } from '@florin/contracts';
import type { Clock } from '@florin/service-kit';
import { currentContext, newId } from '@florin/service-kit';
import type { MakeEvent } from '../app/ports.ts';

export function createMakeEvent(clock: Clock): MakeEvent {
  return (type, aggregateId, data) => {
    const context = currentContext();
    return createEvent({
      id: newId(),
      type,
      producer: 'users',
      aggregateId,
      data,
      occurredAt: clock(),
      correlationId: context?.requestId,
      traceparent: context?.traceparent,
    });
  };
}
