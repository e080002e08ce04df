/** How to reach a person: a copy of what auth and users say. */
export interface Contact {
  userId: string;
  name: string;
  email: string | null;
  emailVerified: boolean;
  mobile: string | null;
  mobileVerified: boolean;
  terminated: boolean;
  devices: Device[];
  /** ids of the people whose news they do not get */
  blocked: string[];
}

export interface Device {
  deviceId: string;
  platform: string;
  pushToken: string;
}

/** What auth says of a person at a time. */
export interface ContactFacts extends Pick<Contact, 'userId' | 'name' | 'email' | 'mobile'> {
  /** undefined: auth did not say; the known value stays while the address does */
  emailVerified?: boolean;
  mobileVerified?: boolean;
  at: Date;
}

export interface ContactStore {
  find(userId: string): Promise<Contact | undefined>;
  /** Saves the facts unless later ones are known; creates the contact if there is none. Never revives one who left. */
  apply(facts: ContactFacts): Promise<void>;
  rename(userId: string, name: string): Promise<void>;
  markVerified(userId: string, channel: 'email' | 'sms', address: string): Promise<void>;
  /** null removes the device */
  setDevice(userId: string, deviceId: string, device: { platform: string; pushToken: string } | null): Promise<void>;
  /** Adds or takes away one whose news the person does not get. */
  setBlocked(userId: string, otherId: string, blocked: boolean): Promise<void>;
  forgetPushToken(pushToken: string): Promise<void>;
  terminate(userId: string, at: Date): Promise<void>;
}

/** Auth's users; unknown ids are left out. Throws UNAVAILABLE. */
export type LookUpUsers = (userIds: readonly string[]) => Promise<(ContactFacts & { terminated: boolean })[]>;
