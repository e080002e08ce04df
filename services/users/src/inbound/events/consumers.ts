import type { EventType, FlorinEvent } from '@florin/contracts';
import type { Consumer } from '@florin/messaging';
import { nextTraceparent, runInContext } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { onContactChanged } from './contact-changed.ts';
import { onUserRegistered } from './user-registered.ts';
import { onUserTerminated } from './user-terminated.ts';

const TYPES = ['auth.user-registered.v1', 'auth.contact-changed.v1', 'auth.user-terminated.v1'] as const;

type Handled = (typeof TYPES)[number];
/** the event types a consumer may get: narrows the union by `type` */
export type EventOf<T extends EventType> = Extract<FlorinEvent, { type: T }>;

/** One queue for all of them, so that the facts about one person come in their order. */
export function consumers(useCases: UseCases): Consumer[] {
  return [
    {
      name: 'users.profiles',
      types: TYPES,
      handle: (event, { correlationId, traceparent }) =>
        runInContext({ requestId: correlationId, traceparent: nextTraceparent(traceparent ?? undefined) }, () =>
          dispatch(useCases, event as EventOf<Handled>),
        ),
    },
  ];
}

/** Each use case does the same thing once however often it is told, so no inbox is needed. */
function dispatch(useCases: UseCases, event: EventOf<Handled>): Promise<void> {
  switch (event.type) {
    case 'auth.user-registered.v1':
      return onUserRegistered(useCases, event);
    case 'auth.contact-changed.v1':
      return onContactChanged(useCases, event);
    case 'auth.user-terminated.v1':
      return onUserTerminated(useCases, event);
  }
}
