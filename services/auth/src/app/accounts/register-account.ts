import type { User } from '../../domain/user.ts';
import type { Deps } from '../index.ts';
import { createAccount, type NewAccount } from './create-account.ts';

export interface RegisterAccount extends Omit<NewAccount, 'idempotency' | 'password'> {
  password: string;
  /** the client's Idempotency-Key */
  idempotencyKey: string | undefined;
  /** what the client asked, to tell a repeat from another request; the password is kept as a keyed hash only */
  request: object;
  /** makes the reply, which is stored under the key; must be JSON */
  present: (user: User) => object;
}

/** Makes an account, once per idempotency key. Throws as `createAccount`, and IDEMPOTENCY_MISMATCH. */
export function registerAccount(
  deps: Deps,
  { idempotencyKey: key, request, present, ...input }: RegisterAccount,
): Promise<{ body: object; replayed: boolean }> {
  const password = deps.secrets.hash('idempotency', input.password).toString('hex');
  const idempotency = { key, request: { ...request, password } };
  return createAccount(deps, { ...input, idempotency }, (user) => Promise.resolve(present(user)));
}
