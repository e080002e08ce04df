import type { User } from '../../domain/user.ts';
import type { CodeUse } from './redeem-code.ts';
import { tryCode, type CodeInput, type CodeRefusal } from './try-code.ts';
import type { Deps } from '../index.ts';

/** Looks whether a code is right, without using it up. A wrong one counts as a try. */
export async function checkCode(
  deps: Deps,
  input: CodeInput & { use: CodeUse },
): Promise<{ outcome: 'ok' | CodeRefusal; user?: User | undefined }> {
  const { outcome, user } = await tryCode(deps, { ...input, consume: false });
  return { outcome, user };
}
