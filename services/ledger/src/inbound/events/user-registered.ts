import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

/** A new user's main account. Opening twice opens one, so a redelivery needs no record. */
export const onUserRegistered: EventHandler<'auth.user-registered.v1', UseCases> = async (useCases, { data }) => {
  await useCases.openMainAccount(data.userId);
};
