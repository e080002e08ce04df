import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

/** What was planned before the account was anybody's, was planned by somebody else. */
export const onUserHandedOver: EventHandler<'auth.user-handed-over.v1', UseCases> = (useCases, { data }) =>
  useCases.cancelPlans({ userId: data.userId, madeBefore: new Date(data.handedOverAt) });
