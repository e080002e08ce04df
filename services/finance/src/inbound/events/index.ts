import { createConsumer, type Consumer, type EventHandlers } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onBlockChanged } from './block-changed.ts';
import { onTransferPosted } from './transfer-posted.ts';
import { onTransferReversed } from './transfer-reversed.ts';
import { onUserFrozen, onUserUnfrozen } from './user-frozen.ts';
import { onUserHandedOver } from './user-handed-over.ts';
import { onUserRegistered } from './user-registered.ts';
import { onUserTerminated } from './user-terminated.ts';

const OWNERS: EventHandlers<UseCases> = {
  'auth.user-registered.v1': onUserRegistered,
  'auth.user-terminated.v1': onUserTerminated,
  'auth.user-handed-over.v1': onUserHandedOver,
  'auth.user-frozen.v1': onUserFrozen,
  'auth.user-unfrozen.v1': onUserUnfrozen,
  'users.block-changed.v1': onBlockChanged,
};

const TRANSFERS: EventHandlers<UseCases> = {
  'ledger.transfer-posted.v1': onTransferPosted,
  'ledger.transfer-reversed.v1': onTransferReversed,
};

export function createConsumers(useCases: UseCases): Consumer[] {
  return [createConsumer('finance.owners', OWNERS, useCases), createConsumer('finance.transfers', TRANSFERS, useCases)];
}
