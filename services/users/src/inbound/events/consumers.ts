import type { EventType, FlorinEvent } from '@florin/contracts';
import type { Consumer, EventHandlers } from '@florin/messaging';
import { createConsumer } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onContactChanged } from './contact-changed.ts';
import { onUserRegistered } from './user-registered.ts';
import { onUserTerminated } from './user-terminated.ts';

/** the event types a consumer may get: narrows the union by `type` */
export type EventOf<T extends EventType> = Extract<FlorinEvent, { type: T }>;

/** Each use case does the same thing once however often it is told, so no inbox is needed. */
const PROFILES: EventHandlers<UseCases> = {
  'auth.user-registered.v1': onUserRegistered,
  'auth.contact-changed.v1': onContactChanged,
  'auth.user-terminated.v1': onUserTerminated,
};

/** One queue for all of them, so that the facts about one person come in their order. */
export function consumers(useCases: UseCases): Consumer[] {
  return [createConsumer('users.profiles', PROFILES, useCases)];
}
