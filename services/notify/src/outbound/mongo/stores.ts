import type { KeyObject } from 'node:crypto';
import { createContactStore } from './contact-store.ts';
import { createMailbox } from './mailbox-store.ts';
import { createMessageStore } from './message-store.ts';
import type { Models } from './models.ts';
import { createNotificationStore } from './notification-store.ts';
import { createPreferenceStore } from './preference-store.ts';

/** Every store over its collection; `key` seals the contents of waiting messages. */
export function createStores(models: Models, key: KeyObject) {
  return {
    contacts: createContactStore(models.contacts),
    messages: createMessageStore(models.messages, key),
    notifications: createNotificationStore(models.notifications),
    preferences: createPreferenceStore(models.preferences),
    mailbox: createMailbox(models.mailbox),
  };
}
