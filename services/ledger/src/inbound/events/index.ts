import { createConsumer, type Consumer } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { pointsGranted } from './points-granted.ts';
import { userFrozen, userUnfrozen } from './user-frozen.ts';
import { userRegistered } from './user-registered.ts';
import { userTerminated } from './user-terminated.ts';

/** Everything the ledger listens to, each by the name of its queue. */
export function createConsumers(useCases: UseCases): Consumer[] {
  return [
    createConsumer('ledger.main-account', { 'auth.user-registered.v1': userRegistered }, useCases),
    createConsumer('ledger.points', { 'users.points-granted.v1': pointsGranted }, useCases),
    createConsumer(
      'ledger.frozen',
      { 'auth.user-frozen.v1': userFrozen, 'auth.user-unfrozen.v1': userUnfrozen },
      useCases,
    ),
    createConsumer('ledger.terminated', { 'auth.user-terminated.v1': userTerminated }, useCases),
  ];
}
