import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

export async function onContactChanged(
  { saveContact }: UseCases,
  { data }: FlorinEvent<'auth.contact-changed.v1'>,
): Promise<void> {
  const { userId, name, email, mobile, changedAt } = data;
  await saveContact({ userId, name, email, mobile, at: new Date(changedAt) });
}

export async function onProfileChanged(
  { renameContact }: UseCases,
  { data }: FlorinEvent<'users.profile-changed.v1'>,
): Promise<void> {
  await renameContact(data);
}

export async function onBlockChanged(
  { setBlocked }: UseCases,
  { data }: FlorinEvent<'users.block-changed.v1'>,
): Promise<void> {
  await setBlocked(data);
}

export async function onPushTokenChanged(
  { setDevice }: UseCases,
  { data }: FlorinEvent<'auth.push-token-changed.v1'>,
): Promise<void> {
  await setDevice(data);
}
