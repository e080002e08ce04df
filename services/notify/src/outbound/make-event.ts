import { createEvents } from '@florin/messaging';
import type { Clock } from '@florin/service-kit';
import type { FailureEvent } from '../app/ports.ts';

/** Tells that a message was given up. */
export function createFailureEvent(clock: Clock): FailureEvent {
  const makeEvent = createEvents({ producer: 'notify', clock });
  return ({ id, userId, channel }, reason) =>
    makeEvent('notify.delivery-failed.v1', id, { messageId: id, userId, channel, reason: reason.slice(0, 300) });
}
