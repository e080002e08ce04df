export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** `stale` when cost or pepper are no longer the current ones: hash again */
  verify(password: string, stored: string): Promise<{ ok: boolean; stale: boolean }>;
  /** takes as long as `verify` and is never right: for accounts that are not there */
  burn(password: string): Promise<void>;
}
