import type { KeyObject } from 'node:crypto';
import type { EventData, EventType } from '@florin/contracts';

/** Where the statements of a store run: `deps.db` runs each by itself, a `Tx` runs them in one transaction. */
export interface Db {
  readonly transaction: boolean;
}

/** One transaction and the events that become true with it. */
export interface Tx extends Db {
  readonly transaction: true;
  /** Publishes the event when, and only when, the transaction commits. `userId` of the data orders it. */
  emit<T extends EventType>(type: T, data: EventData<T> & { userId: string | null }): void;
}

/** Runs work in a transaction and writes its events with it. What the work throws rolls all of it back. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Does `work` in a transaction once per event of a consumer, however often the event is delivered. */
export type OncePerEvent = (consumer: string, eventId: string, work: (tx: Tx) => Promise<void>) => Promise<void>;

/** Does `work` once per idempotency key of a scope; a repeat with the same request gets the stored reply. */
export type Idempotently = <T>(
  tx: Tx,
  request: { scope: string; key: string | undefined; request: unknown },
  work: () => Promise<T>,
) => Promise<{ body: T; replayed: boolean }>;

/** Forgets idempotency keys that are older. */
export type ForgetKeys = (db: Db, before: Date) => Promise<unknown>;

export interface Background {
  /** Runs work whose result nobody waits for; a failure is logged under `what`. */
  run(what: string, work: () => Promise<unknown>): void;
  /** Resolves once everything under way has ended. */
  settled(): Promise<void>;
}

export interface SmsSettings {
  /** ISO 3166 countries whose numbers get text messages; none means all */
  countries: string[];
  perHour: number;
  perCountryPerHour: number;
}

export interface Settings {
  publicUrl: string;
  development: boolean;
  /** how long an address that nobody proved stays claimed by the account that named it */
  unprovenClaimMs: number;
  /** how long a username that was given up stays with whom it belonged to */
  usernameHeldMs: number;
  sms: SmsSettings;
  /** origins of our own pages: cookies and passkeys are taken from them */
  origins: string[];
  /** those and the apps that may use passkeys */
  passkeyOrigins: string[];
}

/** Everything made from the shared secret, each purpose with a key of its own. */
export interface Secrets {
  /** A keyed hash; `domain` keeps hashes of different things apart. */
  hash(domain: string, ...parts: string[]): Buffer;
  auditKey: KeyObject;
  /** 256 random bits for a client to keep */
  newToken(): string;
  hashToken(token: string): Buffer;
  newSalt(): Buffer;
  newCode(): string;
  newKid(): string;
  hashCode(userId: string, purpose: string, address: string, code: string): Buffer;
  sealAtRest(plain: string, context: string): string;
  unsealAtRest(sealed: string, context: string): string;
  /** for notify: the one-time code of `auth.code-issued.v1` */
  sealCode(code: string): string;
  /** for notify: the path of an action link in `auth.security-changed.v1` */
  sealLink(path: string): string;
  /** The refresh token of one generation of a session: made again whenever needed, so none is stored. */
  refreshToken(sessionId: string, generation: number, salt: Buffer): string;
  refreshMac(sessionId: string, generation: number, salt: Buffer): Buffer;
  /** What a refresh token says about itself; nothing is proven until its mac is compared. */
  parseRefreshToken(token: string): { sessionId: string; generation: number; mac: Buffer } | undefined;
}
