import { isFlorinError } from '@florin/errors';
import type { UseCases } from '../../app/index.ts';
import type { Acting, Asked } from '../../app/members/find-access.ts';
import type { MemberRole } from '../../domain/members/member.ts';

/**
 * Carries an order out for the owner of what it is about: the caller, and when they have no such thing, the one who shares its
 * wallet with them. Own things cost no look-up more. Throws what `act` throws, NOT_FOUND as for nobody's things, and FORBIDDEN
 * when the caller's role is not enough.
 */
export async function actForOwner<T>(
  { findAccess }: Pick<UseCases, 'findAccess'>,
  asked: Asked,
  act: (as: Acting, role?: MemberRole) => Promise<T>,
): Promise<T> {
  try {
    return await act({ ownerId: asked.userId });
  } catch (error) {
    if (!isFlorinError(error) || error.code !== 'NOT_FOUND') throw error;
    const access = await findAccess(asked);
    if (!access) throw error;
    return act(access.as, access.role);
  }
}
