import type { Clock } from '@florin/service-kit';
import type { AnnounceDeps } from './announce.ts';
import { createAnnounce, sendTo } from './announce.ts';
import { createContacts } from './contacts.ts';
import { createInbox } from './inbox.ts';
import type {
  ContactStore, LookUpUsers, Mailbox, MessageStore, NotificationStore, PreferenceStore,
} from './ports.ts'; // prettier-ignore
import { createPreferences } from './preferences.ts';

export interface Ports {
  contacts: ContactStore;
  messages: MessageStore;
  notifications: NotificationStore;
  preferences: PreferenceStore;
  mailbox: Mailbox;
  lookUp: LookUpUsers;
  clock: Clock;
  nudge: () => void;
  /** opens what auth sealed for us */
  unsealCode: (sealed: string) => string;
  unsealLink: (sealed: string) => string;
  /** the gateway's URL as people know it */
  publicUrl: string;
}

/** All that this service can do. */
export function createUseCases(ports: Ports) {
  const contacts = createContacts(ports);
  const deps: AnnounceDeps = { ...ports, contacts };
  return {
    contacts,
    announce: createAnnounce(deps),
    sendTo: (input: Parameters<typeof sendTo>[1]) => sendTo(deps, input),
    inbox: createInbox(ports),
    preferences: createPreferences(ports),
    mailbox: ports.mailbox,
    unsealCode: ports.unsealCode,
    unsealLink: ports.unsealLink,
    publicUrl: ports.publicUrl,
  };
}

export type UseCases = ReturnType<typeof createUseCases>;
