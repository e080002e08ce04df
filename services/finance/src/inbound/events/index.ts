import type { EventType, FlorinEvent } from '@florin/contracts';
import type { Consumer } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';
import { onTransferPosted } from './transfer-posted.ts';
import { onTransferReversed } from './transfer-reversed.ts';
import { onUserRegistered } from './user-registered.ts';

type Handlers = { [T in EventType]?: (useCases: UseCases, event: Extract<FlorinEvent, { type: T }>) => Promise<void> };

const OWNERS: Handlers = { 'auth.user-registered.v1': onUserRegistered };

const TRANSFERS: Handlers = {
  'ledger.transfer-posted.v1': onTransferPosted,
  'ledger.transfer-reversed.v1': onTransferReversed,
};

export function createConsumers(useCases: UseCases): Consumer[] {
  return [consumer('finance.owners', OWNERS, useCases), consumer('finance.transfers', TRANSFERS, useCases)];
}

function consumer(name: string, handlers: Handlers, useCases: UseCases): Consumer {
  return {
    name,
    types: Object.keys(handlers) as EventType[],
    handle: async (event) => {
      const handler = handlers[event.type] as ((useCases: UseCases, event: FlorinEvent) => Promise<void>) | undefined;
      if (!handler) throw new Error(`no handler for ${event.type}`);
      await handler(useCases, event);
    },
  };
}
