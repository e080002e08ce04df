import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

export const onUserTerminated: EventHandler<'auth.user-terminated.v1', UseCases> = ({ forgetPerson }, { data }) =>
  forgetPerson({ userId: data.userId, at: new Date(data.terminatedAt) });
