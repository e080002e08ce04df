import type { Knex } from 'knex';
import type { Clock, Logger } from '@florin/service-kit';
import type { Background } from '../outbound/background.ts';
import type { PasswordHasher } from '../outbound/crypto/password-hasher.ts';
import type { Secrets } from '../outbound/crypto/secrets.ts';
import type { Stores } from '../outbound/postgres/index.ts';
import type { SigningKeys } from '../outbound/signing-keys.ts';
import type { UnitOfWork } from '../outbound/unit-of-work.ts';

export type { Unit } from '../outbound/unit-of-work.ts';
export type { Identifier } from '../outbound/postgres/users.ts';
export type { TrustedDevice } from '../outbound/postgres/trusted-devices.ts';
export type { Passkey } from '../outbound/postgres/passkeys.ts';
export type { Lane } from '../outbound/postgres/abuse/guesses.ts';

/** Facts of a Google ID token whose signature, issuer, audience and expiry hold. */
export interface GoogleClaims {
  iss: string;
  sub: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  locale: string | null;
  /** every claim, for a dialect that shows them */
  all: Record<string, unknown>;
}

export interface Settings {
  publicUrl: string;
  development: boolean;
  /** origins of our own pages: cookies and passkeys are taken from them */
  origins: string[];
  /** those and the apps that may use passkeys */
  passkeyOrigins: string[];
}

/** What every use case gets. */
export interface App {
  settings: Settings;
  db: Knex;
  unit: UnitOfWork;
  stores: Stores;
  secrets: Secrets;
  passwords: PasswordHasher;
  keys: SigningKeys;
  /** rejects with UNAUTHENTICATED for a token that is not Google's, not for us, or not current */
  google(idToken: string): Promise<GoogleClaims>;
  background: Background;
  clock: Clock;
  logger: Logger;
}
