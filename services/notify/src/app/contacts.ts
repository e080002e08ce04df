import { FlorinError } from '@florin/errors';
import type {
  Contact, ContactStore, LookUpUsers, MessageStore, NotificationStore, PreferenceStore,
} from './ports.ts'; // prettier-ignore

export interface ContactDeps {
  contacts: ContactStore;
  lookUp: LookUpUsers;
  messages: MessageStore;
  notifications: NotificationStore;
  preferences: PreferenceStore;
}

export type Contacts = ReturnType<typeof createContacts>;

/** The copy of how to reach people, asked of auth where it has a gap. */
export function createContacts({ contacts, lookUp, messages, notifications, preferences }: ContactDeps) {
  const refresh = async (userId: string): Promise<Contact | undefined> => {
    const [user] = await lookUp([userId]);
    if (user?.terminated) await contacts.terminate(userId, user.at);
    else if (user) await contacts.apply(user);
    return contacts.find(userId);
  };

  return {
    /** The person's contact, or undefined when they have left. Throws UNAVAILABLE when neither we nor auth know them. */
    get: async (userId: string): Promise<Contact | undefined> => {
      const contact = (await contacts.find(userId)) ?? (await refresh(userId));
      if (!contact) throw new FlorinError('UNAVAILABLE', 'auth does not know the user yet');
      return contact.terminated ? undefined : contact;
    },
    /** As `get`, but asks auth again when the address is not known to be verified: that event may still be on its way. */
    getVerified: async (userId: string): Promise<Contact | undefined> => {
      const contact = await contacts.find(userId);
      if (contact?.terminated) return undefined;
      return contact?.emailVerified ? contact : ((await refresh(userId)) ?? contact);
    },
    /** Name to show for a person; people who left have none. */
    nameOf: async (userId: string): Promise<string> => {
      const contact = (await contacts.find(userId)) ?? (await refresh(userId));
      return contact && !contact.terminated ? contact.name : 'A former member';
    },
    apply: contacts.apply.bind(contacts),
    rename: contacts.rename.bind(contacts),
    verified: contacts.verified.bind(contacts),
    setDevice: async (userId: string, deviceId: string, device: { platform: string; pushToken: string } | null) => {
      if (!(await contacts.find(userId))) await refresh(userId);
      await contacts.setDevice(userId, deviceId, device);
    },
    /** Deletes what is held of a person who left. */
    terminate: async (userId: string, at: Date): Promise<void> => {
      await contacts.terminate(userId, at);
      await messages.forget(userId);
      await notifications.forget(userId);
      await preferences.forget(userId);
    },
  };
}
