import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

/** A person's profile changed in the users service: their name and language here follow. */
export const onProfileChanged: EventHandler<'users.profile-changed.v1', UseCases> = ({ syncProfile }, { id, data }) =>
  syncProfile({ ...data, eventId: id });
