import { codeState } from '../../domain/code.ts';
import type { CodeState } from '../../domain/code.ts';
import type { Deps } from '../index.ts';
import type { CodeUse } from './redeem-code.ts';

export type PeekCodeNeeds = Pick<Deps, 'clock' | 'codes' | 'db'>;

/** Whether a code for this use is out, without trying one. */
export async function peekCode(
  deps: PeekCodeNeeds,
  { userId, use, address }: { userId: string; use: CodeUse; address: string },
): Promise<CodeState> {
  const now = deps.clock();
  const states = await Promise.all(
    [use, 'any'].map(async (purpose) => {
      const row = await deps.codes.find(deps.db, { userId, purpose, address: address.toLowerCase() });
      return codeState(row, use, now);
    }),
  );
  if (states.includes('live')) return 'live';
  return states.includes('expired') ? 'expired' : 'none';
}
