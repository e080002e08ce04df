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

/** Rejects with UNAUTHENTICATED for a token that is not Google's, not for us, or not current. */
export type VerifyGoogleToken = (idToken: string) => Promise<GoogleClaims>;
