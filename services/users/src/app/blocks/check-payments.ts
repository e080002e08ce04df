import { reachByBlocks, type Reach } from '../../domain/block.ts';
import type { Deps } from '../index.ts';

interface PaymentParties {
  payerId: string;
  payeeId: string;
}

/** Whether each payer reaches the payee, in their order. Unknown people are `open`: whoever asks finds out by itself. */
export async function checkPayments(
  { blocks }: Pick<Deps, 'blocks'>,
  payments: readonly PaymentParties[],
): Promise<Reach[]> {
  const keyOf = (blockerId: string, blockedId: string) => `${blockerId}:${blockedId}`;
  const found = await blocks.among(
    payments.flatMap(({ payerId, payeeId }) => [
      { blockerId: payerId, blockedId: payeeId },
      { blockerId: payeeId, blockedId: payerId },
    ]),
  );
  const active = new Set(found.map(({ blockerId, blockedId }) => keyOf(blockerId, blockedId)));
  return payments.map(({ payerId, payeeId }) =>
    reachByBlocks({ byMe: active.has(keyOf(payerId, payeeId)), byThem: active.has(keyOf(payeeId, payerId)) }),
  );
}
