import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

/** Whoever is gone neither sends nor gets, and nothing of theirs stays pending with others. */
export const onUserTerminated: EventHandler<'auth.user-terminated.v1', UseCases> = (useCases, { data }) =>
  useCases.endUser(data.userId);
