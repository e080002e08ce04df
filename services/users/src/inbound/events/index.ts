import { createConsumer, type Consumer, type EventHandlers } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onContactChanged } from './contact-changed.ts';
import { onUserHandedOver } from './user-handed-over.ts';
import { onUserRegistered } from './user-registered.ts';
import { onUserTerminated } from './user-terminated.ts';

/** Each use case has the same effect once however often its event comes, so no inbox is needed. */
const PROFILES: EventHandlers<UseCases> = {
  'auth.user-registered.v1': onUserRegistered,
  'auth.contact-changed.v1': onContactChanged,
  'auth.user-handed-over.v1': onUserHandedOver,
  'auth.user-terminated.v1': onUserTerminated,
};

/** One queue for all, so that the facts about one person come in their order. */
export function createConsumers(useCases: UseCases): Consumer[] {
  return [createConsumer('users.profiles', PROFILES, useCases)];
}
