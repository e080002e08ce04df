import type { KeyObject } from 'node:crypto';
import type { Connection } from 'mongoose';
import { createContactStore } from './contact-store.ts';
import { createDeadLetterActionStore } from './dead-letter-action-store.ts';
import { createGatherStore } from './gather-store.ts';
import { createMailboxStore } from './mailbox-store.ts';
import { createMessageStore } from './message-store.ts';
import { createModels } from './models.ts';
import { createNotificationStore } from './notification-store.ts';
import { createPreferenceStore } from './preference-store.ts';

/** Every store on the connection, which need not be open yet; `key` seals the contents of waiting messages. */
export function createStores(connection: Connection, key: KeyObject) {
  const models = createModels(connection);
  return {
    contacts: createContactStore(models.contacts),
    messages: createMessageStore(models.messages, key),
    notifications: createNotificationStore(models.notifications),
    gathered: createGatherStore(models.windows, models.gathered),
    preferences: createPreferenceStore(models.preferences),
    mailbox: createMailboxStore(models.mailbox),
    deadLetterActions: createDeadLetterActionStore(models.deadLetterActions),
  };
}
