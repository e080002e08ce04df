import { FlorinError, notFound } from '@florin/errors';
import { requireRole } from '../../domain/members/member.ts';
import type { Transaction } from '../../domain/transaction.ts';
import type { Tx } from '../ports.ts';

/** Who gives an order: the owner, unless `actorId` says that a member does. */
export interface Actor {
  ownerId: string;
  actorId?: string | undefined;
}

/**
 * Lets the owner pass, and a member who may write into the wallet; the membership can't end before the transaction does.
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function requireWriter(
  { members }: Pick<Tx, 'members'>,
  { ownerId, actorId = ownerId }: Actor,
  walletId: string,
): Promise<void> {
  if (actorId === ownerId) return;
  const access = await members.lockAccess(actorId, walletId);
  if (access?.ownerId !== ownerId) throw notFound('Wallet');
  requireRole(access.role, 'write');
}

/** The same for a row that is there. The other end of a transfer stands in a wallet that the member does not share: FORBIDDEN. */
export async function requireMayChange(
  tx: Pick<Tx, 'members'>,
  actor: Actor,
  row: Transaction,
  walletId = row.walletId,
): Promise<void> {
  if (actor.actorId === undefined || actor.actorId === actor.ownerId) return;
  await requireWriter(tx, actor, row.walletId);
  if (row.type === 'transfer') throw new FlorinError('FORBIDDEN', 'Only the owner changes transfers between wallets');
  if (walletId !== row.walletId) throw new FlorinError('FORBIDDEN', 'Only the owner moves rows to another wallet');
}
