import type { FlorinEvent } from '@florin/contracts';
import type { UseCases } from '../../app/index.ts';

type Needs = Pick<UseCases, 'setFrozen'>;

export async function onUserFrozen(
  { setFrozen }: Needs,
  { data: { userId, frozenAt } }: FlorinEvent<'auth.user-frozen.v1'>,
): Promise<void> {
  await setFrozen({ userId, frozen: true, at: new Date(frozenAt) });
}

export async function onUserUnfrozen(
  { setFrozen }: Needs,
  { data: { userId, unfrozenAt } }: FlorinEvent<'auth.user-unfrozen.v1'>,
): Promise<void> {
  await setFrozen({ userId, frozen: false, at: new Date(unfrozenAt) });
}
