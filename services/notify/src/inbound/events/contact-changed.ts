import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onContactChanged: EventHandler<'auth.contact-changed.v1', UseCases> = async (
  { saveContact },
  { data },
) => {
  const { userId, name, email, mobile, changedAt } = data;
  await saveContact({ userId, name, email, mobile, at: new Date(changedAt) });
};

export const onProfileChanged: EventHandler<'users.profile-changed.v1', UseCases> = ({ renameContact }, { data }) =>
  renameContact(data);

export const onBlockChanged: EventHandler<'users.block-changed.v1', UseCases> = ({ setBlocked }, { data }) =>
  setBlocked(data);

export const onPushTokenChanged: EventHandler<'auth.push-token-changed.v1', UseCases> = ({ setDevice }, { data }) =>
  setDevice(data);

export const onUserVerified: EventHandler<'auth.user-verified.v1', UseCases> = async ({ confirmAddress }, { data }) => {
  const { userId, channel, address, verifiedAt } = data;
  await confirmAddress({ userId, channel, address, at: new Date(verifiedAt) });
};
