import type { JsonWebKey } from 'node:crypto';

export interface AccessClaims {
  sub: string;
  sid: string;
  amr: string[];
  auth_time: number;
  roles: string[];
  email_verified: boolean;
}

export interface SigningKeys {
  /** makes the first key, or the next one when it is due */
  rotate(): Promise<void>;
  sign(claims: AccessClaims, lifetimeSeconds: number): Promise<string>;
  /** RFC 7517 set of every key a living token may be signed with, and those that will sign within a day */
  jwks(): Promise<{ keys: JsonWebKey[] }>;
}
