import type { User } from '../../domain/user.ts';
import { tryCode, type CodeInput, type CodeRefusal } from '../codes/try-code.ts';
import { prepare, apply, type Applied, type NewPassword } from './apply-reset.ts';
import type { Deps } from '../index.ts';

export type ResetResult = ({ outcome: 'ok' } & Applied) | { outcome: CodeRefusal; user?: User | undefined };

/**
 * Sets a new password for whoever holds the code of `password-reset`. It signs nobody in: the next sign-in asks for the
 * second factor as ever, for trusted devices are dropped. A frozen account is in use again. The first proof of an account
 * hands it over, see `proveContact`. Throws PASSWORD_REFUSED or INVALID_ARGUMENT on `password`; the code then stays good.
 */
export async function resetPassword(deps: Deps, input: CodeInput & NewPassword): Promise<ResetResult> {
  const prepared = await prepare(deps, input);
  const done = await tryCode(deps, {
    ...input,
    use: 'password-reset',
    effect: (user, tx) => apply(deps, tx, { ...input, ...prepared, user }),
  });
  if (done.outcome !== 'ok') return done;
  return done.value ? { outcome: 'ok', ...done.value } : { outcome: 'none' };
}
