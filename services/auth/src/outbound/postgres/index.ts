import * as actionLinks from './abuse/action-links.ts';
import * as audit from './abuse/audit.ts';
import * as counters from './abuse/counters.ts';
import * as guesses from './abuse/guesses.ts';
import * as challenges from './challenges.ts';
import * as codes from './codes.ts';
import * as factors from './factors.ts';
import * as knownDevices from './known-devices.ts';
import * as passkeys from './passkeys.ts';
import * as revocations from './revocations.ts';
import * as sessions from './sessions.ts';
import * as signingKeys from './signing-keys.ts';
import * as trustedDevices from './trusted-devices.ts';
import * as users from './users.ts';

/** Every store; each function takes the connection or transaction to run on. */
export const stores = {
  actionLinks,
  audit,
  challenges,
  codes,
  counters,
  factors,
  guesses,
  knownDevices,
  passkeys,
  revocations,
  sessions,
  signingKeys,
  trustedDevices,
  users,
};

export type Stores = typeof stores;
