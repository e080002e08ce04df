import type { MakeEvent } from '@florin/messaging';
import { bindUseCases, type Clock, type Logger } from '@florin/service-kit';
import { confirmAddress } from './contacts/confirm-address.ts';
import { forgetPerson } from './contacts/forget-person.ts';
import { getName } from './contacts/get-name.ts';
import type { ContactStore, LookUpUsers } from './contacts/ports.ts';
import { renameContact } from './contacts/rename-contact.ts';
import { saveContact } from './contacts/save-contact.ts';
import { setBlocked } from './contacts/set-blocked.ts';
import { setDevice } from './contacts/set-device.ts';
import { welcomePerson } from './contacts/welcome-person.ts';
import { changeDeadLetters } from './dead-letters/change-dead-letters.ts';
import { countDeadLetters } from './dead-letters/count-dead-letters.ts';
import { getDeadLetter } from './dead-letters/get-dead-letter.ts';
import { listDeadLetterActions } from './dead-letters/list-dead-letter-actions.ts';
import { listDeadLetters } from './dead-letters/list-dead-letters.ts';
import type { DeadLetterActionStore, DeadLetterQueues } from './dead-letters/ports.ts';
import type { GatherStore, IsFriend } from './gathered/ports.ts';
import { sendGathered } from './gathered/send-gathered.ts';
import { findMailboxMessage } from './mailbox/find-mailbox-message.ts';
import { listMailbox } from './mailbox/list-mailbox.ts';
import type { MailboxStore } from './mailbox/ports.ts';
import { announceNews } from './messages/announce-news.ts';
import { announceNotice } from './messages/announce-notice.ts';
import { announceSecurityChange } from './messages/announce-security-change.ts';
import { deliverMessage } from './messages/deliver-message.ts';
import type { Lanes, MessageStore, Unseal } from './messages/ports.ts';
import { sendCode } from './messages/send-code.ts';
import { countUnread } from './notifications/count-unread.ts';
import { listNotifications } from './notifications/list-notifications.ts';
import type { NotificationStore } from './notifications/ports.ts';
import { readAllNotifications } from './notifications/read-all-notifications.ts';
import { readNotification } from './notifications/read-notification.ts';
import { changePreferences } from './preferences/change-preferences.ts';
import { listPreferences } from './preferences/list-preferences.ts';
import type { PreferenceStore } from './preferences/ports.ts';

/** What the use cases need. */
export interface Deps {
  contacts: ContactStore;
  mailbox: MailboxStore;
  messages: MessageStore;
  notifications: NotificationStore;
  preferences: PreferenceStore;
  gathered: GatherStore;
  deadLetters: DeadLetterQueues;
  deadLetterActions: DeadLetterActionStore;
  isFriend: IsFriend;
  /** how long news of strangers is gathered after one went out, in ms */
  gatherMs: number;
  lookUpUsers: LookUpUsers;
  transports: Lanes;
  makeEvent: MakeEvent;
  unseal: Unseal;
  /** the gateway's URL as people know it */
  publicUrl: string;
  /** the Tracker's web client, to which mails with a code link when it is known */
  trackerSiteUrl?: string | undefined;
  clock: Clock;
  /** a new uuid v7 */
  newId: () => string;
  logger: Logger;
  /** tells the workers that messages wait */
  wakeDelivery: () => void;
  /** tells the relay that an event waits */
  wakeRelay: () => void;
}

/** Everything this service can do. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    announceNews,
    announceNotice,
    announceSecurityChange,
    changeDeadLetters,
    changePreferences,
    confirmAddress,
    countDeadLetters,
    countUnread,
    deliverMessage,
    findMailboxMessage,
    forgetPerson,
    getDeadLetter,
    getName,
    listDeadLetterActions,
    listDeadLetters,
    listMailbox,
    listNotifications,
    listPreferences,
    readAllNotifications,
    readNotification,
    renameContact,
    saveContact,
    sendCode,
    sendGathered,
    setBlocked,
    setDevice,
    welcomePerson,
  });
}

export type UseCases = ReturnType<typeof createUseCases>;
