import { bindUseCases, type Clock, type Logger } from '@florin/service-kit';
import { changeName } from './accounts/change-name.ts';
import { exportAccount } from './accounts/export-account.ts';
import { findAccount } from './accounts/find-account.ts';
import { findUser } from './accounts/find-user.ts';
import { listUsers } from './accounts/list-users.ts';
import type { UserStore, UsernameStore } from './accounts/ports.ts';
import { registerAccount } from './accounts/register-account.ts';
import { setRole } from './accounts/set-role.ts';
import { syncProfile } from './accounts/sync-profile.ts';
import { terminateAccount } from './accounts/terminate-account.ts';
import { checkAudit } from './audit/check-audit.ts';
import { listEvents } from './audit/list-events.ts';
import type { AuditStore } from './audit/ports.ts';
import { completeSecondFactor } from './challenges/complete-second-factor.ts';
import type { ChallengeStore } from './challenges/ports.ts';
import { sendFactorCode } from './challenges/send-factor-code.ts';
import type { LedgerClosing } from './closings/ports.ts';
import { checkCode } from './codes/check-code.ts';
import type { CodeStore, CountSms } from './codes/ports.ts';
import { sendCodeUnseen } from './codes/send-code-unseen.ts';
import { sendCode } from './codes/send-code.ts';
import { sendOwnCode } from './codes/send-own-code.ts';
import { confirmContactChange } from './contacts/confirm-contact-change.ts';
import { startContactChange } from './contacts/start-contact-change.ts';
import { verifyContact } from './contacts/verify-contact.ts';
import { distrustDevice } from './devices/distrust-device.ts';
import { listTrustedDevices } from './devices/list-trusted-devices.ts';
import type { KnownDeviceStore, TrustedDeviceStore } from './devices/ports.ts';
import { addOtp } from './factors/add-otp.ts';
import { listFactors } from './factors/list-factors.ts';
import { factorsOf } from './factors/own-factors.ts';
import type { FactorStore } from './factors/ports.ts';
import { removeFactor } from './factors/remove-factor.ts';
import { renewRecoveryCodes } from './factors/renew-recovery-codes.ts';
import { resetFactors } from './factors/reset-factors.ts';
import { summarizeFactors } from './factors/summarize-factors.ts';
import type { GuessStore } from './guesses/ports.ts';
import { housekeep } from './housekeeping/housekeep.ts';
import { listIdentities } from './identities/list-identities.ts';
import { listPublicKeys } from './keys/list-public-keys.ts';
import type { SigningKeys } from './keys/ports.ts';
import { checkOrigin } from './limits/check-origin.ts';
import type { CounterStore } from './limits/ports.ts';
import { takeLimit } from './limits/take-limit.ts';
import { followLink } from './notices/follow-link.ts';
import type { ActionLinkStore } from './notices/ports.ts';
import { readLink } from './notices/read-link.ts';
import { completeWithPasskey } from './passkeys/complete-with-passkey.ts';
import { finishPasskey } from './passkeys/finish-passkey.ts';
import { listPasskeys } from './passkeys/list-passkeys.ts';
import type { PasskeyStore } from './passkeys/ports.ts';
import { signInWithPasskey } from './passkeys/sign-in-with-passkey.ts';
import { startPasskeySignIn } from './passkeys/start-passkey-sign-in.ts';
import { startPasskey } from './passkeys/start-passkey.ts';
import { changePassword } from './passwords/change-password.ts';
import { finishReset } from './passwords/finish-reset.ts';
import type { PasswordHasher } from './passwords/ports.ts';
import { resetPassword } from './passwords/reset-password.ts';
import { startReset } from './passwords/start-reset.ts';
import { verifyReset } from './passwords/verify-reset.ts';
import type { Background, Db, ForgetKeys, Idempotently, OncePerEvent, Secrets, Settings, Transact } from './ports.ts';
import { answerOnce } from './replies/answer-once.ts';
import type { KeptReplyStore } from './replies/ports.ts';
import { listRevocations } from './revocations/list-revocations.ts';
import type { RevocationStore } from './revocations/ports.ts';
import { endLapsedPushes } from './devices/end-lapsed-pushes.ts';
import { introspectSession } from './sessions/introspect-session.ts';
import { listSessions } from './sessions/list-sessions.ts';
import type { SessionStore } from './sessions/ports.ts';
import { refreshSession } from './sessions/refresh-session.ts';
import { revokeOtherSessions } from './sessions/revoke-other-sessions.ts';
import { revokeSession } from './sessions/revoke-session.ts';
import { revokeUserSessions } from './sessions/revoke-user-sessions.ts';
import { signOut } from './sessions/sign-out.ts';
import { describeUser } from './support/describe-user.ts';
import { searchUsers } from './support/search-users.ts';
import type { VerifyGoogleToken } from './sign-ins/ports.ts';
import { checkSignUp } from './sign-ins/check-sign-up.ts';
import { signInWithGoogle } from './sign-ins/sign-in-with-google.ts';
import { signIn } from './sign-ins/sign-in.ts';
import { signUp } from './sign-ins/sign-up.ts';
import { stepUp } from './sign-ins/step-up.ts';
import { confirmTotp } from './totp/confirm-totp.ts';
import { enrolTotp } from './totp/enrol-totp.ts';
import { finishTotp } from './totp/finish-totp.ts';
import { startTotp } from './totp/start-totp.ts';
import { toggleTotp } from './totp/toggle-totp.ts';

/** What the use cases need, each by its `Pick`. */
export interface Deps {
  settings: Settings;
  db: Db;
  transact: Transact;
  oncePerEvent: OncePerEvent;
  idempotently: Idempotently;
  forgetKeys: ForgetKeys;
  actionLinks: ActionLinkStore;
  auditLog: AuditStore;
  challenges: ChallengeStore;
  codes: CodeStore;
  counters: CounterStore;
  factors: FactorStore;
  guesses: GuessStore;
  keptReplies: KeptReplyStore;
  knownDevices: KnownDeviceStore;
  passkeys: PasskeyStore;
  revocations: RevocationStore;
  sessions: SessionStore;
  trustedDevices: TrustedDeviceStore;
  usernames: UsernameStore;
  users: UserStore;
  secrets: Secrets;
  passwords: PasswordHasher;
  keys: SigningKeys;
  google: VerifyGoogleToken;
  closing: LedgerClosing;
  countSms: CountSms;
  background: Background;
  clock: Clock;
  newId(): string;
  logger: Logger;
}

const table = {
  endLapsedPushes,
  listIdentities,
  changeName,
  exportAccount,
  findAccount,
  findUser,
  listUsers,
  registerAccount,
  answerOnce,
  setRole,
  checkSignUp,
  signUp,
  syncProfile,
  terminateAccount,
  checkAudit,
  listEvents,
  completeSecondFactor,
  sendFactorCode,
  checkCode,
  sendCodeUnseen,
  sendCode,
  sendOwnCode,
  confirmContactChange,
  startContactChange,
  verifyContact,
  distrustDevice,
  listTrustedDevices,
  addOtp,
  listFactors,
  factorsOf,
  removeFactor,
  renewRecoveryCodes,
  resetFactors,
  summarizeFactors,
  housekeep,
  listPublicKeys,
  checkOrigin,
  takeLimit,
  followLink,
  readLink,
  completeWithPasskey,
  finishPasskey,
  listPasskeys,
  signInWithPasskey,
  startPasskeySignIn,
  startPasskey,
  changePassword,
  finishReset,
  resetPassword,
  startReset,
  verifyReset,
  introspectSession,
  listRevocations,
  listSessions,
  refreshSession,
  revokeOtherSessions,
  revokeSession,
  revokeUserSessions,
  signOut,
  searchUsers,
  describeUser,
  signInWithGoogle,
  signIn,
  stepUp,
  confirmTotp,
  enrolTotp,
  finishTotp,
  startTotp,
  toggleTotp,
};

/** What the auth service can do, by name; the only thing its entrances get. */
export type UseCases = ReturnType<typeof createUseCases>;

export function createUseCases(deps: Deps) {
  return bindUseCases(deps, table);
}
