import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

/** Frozen means frozen: nothing of the person posts until they are unfrozen. */
export async function userFrozen(
  useCases: UseCases,
  { data: { userId, frozenAt } }: FlorinEvent<'auth.user-frozen.v1'>,
): Promise<void> {
  await useCases.freezeUser({ userId, at: new Date(frozenAt) });
}

/** Opens what was frozen with the person. */
export async function userUnfrozen(
  useCases: UseCases,
  { data: { userId, unfrozenAt } }: FlorinEvent<'auth.user-unfrozen.v1'>,
): Promise<void> {
  await useCases.unfreezeUser({ userId, at: new Date(unfrozenAt) });
}
