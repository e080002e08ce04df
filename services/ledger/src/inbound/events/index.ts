import { createConsumer, type Consumer } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onPointsGranted } from './points-granted.ts';
import { onUserFrozen, onUserUnfrozen } from './user-frozen.ts';
import { onUserHandedOver } from './user-handed-over.ts';
import { onUserRegistered } from './user-registered.ts';
import { onUserTerminated } from './user-terminated.ts';

/** Everything the ledger listens to, each by the name of its queue. */
export function createConsumers(useCases: UseCases): Consumer[] {
  return [
    createConsumer('ledger.main-account', { 'auth.user-registered.v1': onUserRegistered }, useCases),
    createConsumer('ledger.points', { 'users.points-granted.v1': onPointsGranted }, useCases),
    createConsumer(
      'ledger.frozen',
      { 'auth.user-frozen.v1': onUserFrozen, 'auth.user-unfrozen.v1': onUserUnfrozen },
      useCases,
    ),
    createConsumer(
      'ledger.terminated',
      { 'auth.user-terminated.v1': onUserTerminated, 'auth.user-handed-over.v1': onUserHandedOver },
      useCases,
    ),
  ];
}
