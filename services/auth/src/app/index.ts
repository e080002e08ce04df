/** What the auth service can do. Each use case takes the App (its stores, clock, keys) and an input. */
export { confirmContactChange, startContactChange } from './accounts/change-contact.ts';
export { changeName } from './accounts/change-name.ts';
export { exportData } from './accounts/export.ts';
export { readIdentifier } from './accounts/identifiers.ts';
export { followLink, readLink } from './accounts/links.ts';
export { listEvents } from './accounts/list-events.ts';
export { register } from './accounts/register.ts';
export { syncProfile } from './accounts/sync-profile.ts';
export { terminate } from './accounts/terminate.ts';
export { sendCode, sendCodeUnseen, sendOwnCode } from './codes/send-code.ts';
export { checkCode, verifyContact } from './codes/use-code.ts';
export { completeSecondFactor } from './factors/complete.ts';
export {
  addOtp,
  enrolTotp,
  finishTotp,
  listFactors,
  removeOtp,
  removeTotp,
  renewRecoveryCodes,
} from './factors/manage.ts';
export { resetFactors } from './factors/reset-factors.ts';
export { factorsOf } from './factors/second-factor.ts';
export { sendFactorCode } from './factors/send-factor-code.ts';
export { confirmTotp, startTotp, toggleTotp } from './factors/totp.ts';
export { distrustDevice, listTrustedDevices } from './factors/trusted-devices.ts';
export { finishPasskey, listPasskeys, removePasskey, startPasskey } from './passkeys/register-passkey.ts';
export { completeWithPasskey, signInWithPasskey, startPasskeySignIn } from './passkeys/use-passkey.ts';
export { finishReset, startReset, verifyReset } from './passwords/bound-reset.ts';
export { changePassword } from './passwords/change-password.ts';
export { resetPassword } from './passwords/reset-password.ts';
export { introspect } from './sessions/introspect.ts';
export { listSessions, revokeOtherSessions, revokeSession, revokeSessionsOf, signOut } from './sessions/manage.ts';
export { refresh } from './sessions/refresh.ts';
export { signInWithGoogle } from './sessions/sign-in-with-google.ts';
export { signIn } from './sessions/sign-in.ts';
export { stepUp } from './sessions/step-up.ts';
