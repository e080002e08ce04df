import type { EventHandler } from '@florin/messaging';
import type { UseCases } from '../../app/index.ts';

/** Frozen means frozen: nothing of the person posts until they are unfrozen. */
export const onUserFrozen: EventHandler<'auth.user-frozen.v1', UseCases> = (useCases, { data: { userId, frozenAt } }) =>
  useCases.setUserFrozen({ userId, at: new Date(frozenAt), frozen: true });

/** Opens what was frozen with the person. */
export const onUserUnfrozen: EventHandler<'auth.user-unfrozen.v1', UseCases> = (
  useCases,
  { data: { userId, unfrozenAt } },
) => useCases.setUserFrozen({ userId, at: new Date(unfrozenAt), frozen: false });
