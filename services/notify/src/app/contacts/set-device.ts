import type { Deps } from '../index.ts';
import { refreshContact } from './refresh-contact.ts';

interface DeviceChange {
  userId: string;
  deviceId: string;
  platform: string;
  /** null: the device gets no push messages any more */
  pushToken: string | null;
}

/** Saves where push messages to one of the person's devices go. The token is taken from whoever had it before. */
export async function setDevice(deps: Deps, { userId, deviceId, platform, pushToken }: DeviceChange): Promise<void> {
  if (!(await deps.contacts.find(userId))) await refreshContact(deps, userId);
  await deps.contacts.setDevice(userId, deviceId, pushToken === null ? null : { platform, pushToken });
}
