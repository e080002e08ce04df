import { createEvent } from '@florin/contracts';
import type { Clock } from '@florin/service-kit';
import { newId } from '@florin/service-kit';
import type { FailureEvent } from '../app/ports.ts';

/** Tells that a message was given up. */
export function createFailureEvent(clock: Clock): FailureEvent {
  return ({ id, userId, channel }, reason) =>
    createEvent({
      id: newId(),
      type: 'notify.delivery-failed.v1',
      producer: 'notify',
      aggregateId: id,
      data: { messageId: id, userId, channel, reason: reason.slice(0, 300) },
      occurredAt: clock(),
    });
}
