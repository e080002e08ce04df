import { createConsumer, type Consumer, type EventHandlers } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onProfileChanged } from './profile-changed.ts';

const PROFILES: EventHandlers<UseCases> = { 'users.profile-changed.v1': onProfileChanged };

/** Every event this service listens to. */
export function createConsumers(useCases: UseCases): Consumer[] {
  return [createConsumer('auth.profiles', PROFILES, useCases)];
}
