import type { OperationTexts } from '../texts.ts';

export const auth: OperationTexts = {
  'get /.well-known/jwks.json': {
    id: 'getSigningKeys',
    description: 'Keys change by rotation: fetch them again when a token names a `kid` that is not there.',
  },
  'get /v1/auth/2fa': {
    id: 'listFactors',
    reply: 'Factors',
    description: 'Which second factors are on, and how many recovery codes are left. Secrets are never shown again.',
  },
  'post /v1/auth/2fa/otp': {
    id: 'turnOnOtpFactor',
    description:
      'Needs a fresh sign-in and an address that is proven. Recovery codes are made with the first factor. A security notice goes out.',
  },
  'delete /v1/auth/2fa/otp/{channel}': {
    id: 'turnOffOtpFactor',
    description:
      'Needs a fresh sign-in. A security notice goes out. Trusted devices are forgotten with the last factor.',
  },
  'post /v1/auth/2fa/recovery-codes': {
    id: 'replaceRecoveryCodes',
    description: 'Needs a fresh sign-in. Each works once. The old ones stop at once.',
  },
  'post /v1/auth/2fa/totp': {
    id: 'beginTotp',
    reply: 'TotpSecret',
    description:
      'Needs a fresh sign-in. Gives the secret, its otpauth URI and a QR code; nothing is on before `confirm`.',
  },
  'delete /v1/auth/2fa/totp': {
    id: 'turnOffTotp',
    description:
      'Needs a fresh sign-in. A security notice goes out. Trusted devices are forgotten with the last factor.',
  },
  'post /v1/auth/2fa/totp/confirm': {
    id: 'confirmTotp',
    reply: 'RecoveryCodes',
    description:
      'Needs a fresh sign-in. From then on a sign-in asks for a code. Recovery codes come with the first factor, shown once.',
  },
  'get /v1/auth/2fa/trusted-devices': {
    id: 'listTrustedDevices',
    description: 'Devices that were told to skip the second factor, latest first.',
  },
  'delete /v1/auth/2fa/trusted-devices/{id}': {
    id: 'forgetTrustedDevice',
    description: 'The next sign-in on it asks for the second factor. Its session goes on.',
  },
  'post /v1/auth/2fa/verify': {
    id: 'verifySecondFactor',
    description:
      'Takes the challenge that a sign-in answered with, and a code, recovery code or passkey. Wrong tries count; too many end the challenge.',
  },
  'delete /v1/auth/account': {
    id: 'closeOwnAccount',
    description:
      "Needs a fresh sign-in. The account, its sessions and addresses are gone for good; the ledger's history stays, without a name.",
  },
  'post /v1/auth/email/change': {
    id: 'beginEmailChange',
    reply: 'Message',
    description: "Needs a fresh sign-in. Answers alike whether the address is somebody's or not.",
  },
  'post /v1/auth/email/change/confirm': {
    id: 'confirmEmailChange',
    description: 'The code works once and for five minutes. The old address gets a link that takes the change back.',
  },
  'get /v1/auth/events': {
    id: 'listSecurityEvents',
    description: 'Sign-ins, changes of secrets and addresses, ended sessions, with time and device.',
  },
  'get /v1/auth/export': {
    id: 'exportAuthData',
    reply: 'AuthData',
    description: 'Needs a fresh sign-in. Without secrets: addresses, sessions, factors, events.',
  },
  'post /v1/auth/google': {
    id: 'signInWithGoogle',
    description:
      "The token must be for this installation's client and of a proven address. Answers with a session or a second-factor challenge.",
  },
  'get /v1/auth/identities': {
    id: 'listIdentities',
    description: 'Accounts elsewhere whose sign-in opens this one.',
  },
  'delete /v1/auth/identities': {
    id: 'unlinkIdentities',
    description: 'Needs a fresh sign-in. A security notice goes out.',
  },
  'get /v1/auth/links/{token}': {
    id: 'getSecurityLink',
    reply: 'SecurityLink',
    description: 'Public: whoever has the link. Changes nothing, so that a mail scanner that follows it does no harm.',
  },
  'post /v1/auth/links/{token}': {
    id: 'followSecurityLink',
    description: 'Public: whoever has the link. Works once, within the time the mail tells.',
  },
  'post /v1/auth/login': {
    id: 'signIn',
    reply: 'SignIn',
    description:
      'Answers with a session, or with the challenge of a second factor. Wrong tries are limited by account and address; an unknown identifier is answered as a wrong password.',
  },
  'post /v1/auth/logout': {
    id: 'signOut',
    reply: 'Message',
    description: 'The refresh token and, within a second, the access token stop working. The cookies are taken away.',
  },
  'post /v1/auth/mobile/change': {
    id: 'beginMobileChange',
    description: "Needs a fresh sign-in. Answers alike whether the number is somebody's or not.",
  },
  'post /v1/auth/mobile/change/confirm': {
    id: 'confirmMobileChange',
    description: 'The code works once and for five minutes. The old number is told.',
  },
  'post /v1/auth/otp/check': {
    id: 'checkOtp',
    description: 'The code stays usable when it is right.',
  },
  'post /v1/auth/otp/send': {
    id: 'sendOtp',
    description: 'Answers alike whether anybody has the identifier. Limited by recipient and address.',
  },
  'post /v1/auth/passkeys': {
    id: 'addPasskey',
    reply: 'Passkey',
    description: 'Needs a fresh sign-in and the options that were asked for before. A security notice goes out.',
  },
  'get /v1/auth/passkeys': {
    id: 'listPasskeys',
    description: 'Name, time of making and of last use of each; never the key.',
  },
  'post /v1/auth/passkeys/options': {
    id: 'beginPasskey',
    description: "Needs a fresh sign-in. The options of WebAuthn's `create`, good for five minutes.",
  },
  'post /v1/auth/passkeys/sign-in': {
    id: 'signInWithPasskey',
    description: "Takes the answer of WebAuthn's `get`. A passkey that checked the person needs no second factor.",
  },
  'post /v1/auth/passkeys/sign-in/options': {
    id: 'beginPasskeySignIn',
    description: "The options of WebAuthn's `get`; they do not tell who has a passkey.",
  },
  'delete /v1/auth/passkeys/{id}': {
    id: 'removePasskey',
    description: 'Needs a fresh sign-in. A security notice goes out.',
  },
  'post /v1/auth/password/change': {
    id: 'changePassword',
    description: 'Asks for the current password. A security notice goes out.',
  },
  'post /v1/auth/password/forgot': {
    id: 'beginPasswordReset',
    description: 'Answers alike whether anybody has the identifier.',
  },
  'post /v1/auth/password/reset': {
    id: 'resetPassword',
    description: 'The code works once. A security notice goes out.',
  },
  'post /v1/auth/refresh': {
    id: 'refreshSession',
    reply: 'SignedIn',
    description:
      'A refresh token works once; a repeat within the grace time gets the same successor, a later one ends the session.',
  },
  'post /v1/auth/register': {
    id: 'register',
    description:
      'Public, limited by address. CONFLICT names the field when the address or username is taken. Opens the profile, the main account and the main wallet.',
  },
  'get /v1/auth/sessions': {
    id: 'listSessions',
    description: 'Device, place of sign-in and last use of each; `current` marks the one that asks.',
  },
  'delete /v1/auth/sessions': {
    id: 'endOtherSessions',
    description: 'Needs a fresh sign-in. Every session but this one ends, within a second everywhere.',
  },
  'delete /v1/auth/sessions/{id}': {
    id: 'endSession',
    description: 'Needs a fresh sign-in. It ends within a second everywhere; ending this one signs out.',
  },
  'post /v1/auth/step-up': {
    id: 'stepUp',
    description:
      'By password, a code of a second factor, a passkey or a Google ID token. The sign-in counts as fresh for ten minutes.',
  },
  'put /v1/auth/username': {
    id: 'setUsername',
    description:
      'CONFLICT when somebody has it or gave it up within 90 days. Upper and lower case are the same. Three changes in 30 days.',
  },
  'delete /v1/auth/users/{id}/sessions': {
    id: 'endSessionsOfUser',
    description: "Every session of the person ends within a second. The person's own log of events tells it.",
  },
  'post /v1/auth/verify-email': {
    id: 'verifyEmail',
    description: 'The code works once. Money sent to the address may be received from then on.',
  },
  'post /v1/auth/verify-email/resend': {
    id: 'resendEmailCode',
    description: 'Answers alike whether anybody has the address, and whether it is proven.',
  },
  'post /v1/auth/verify-mobile': {
    id: 'verifyMobile',
    description: 'The code works once.',
  },
  'get /v1/admin/users': {
    id: 'searchAllUsers',
    description: 'Whoever closed the account is found by the id only.',
  },
  'get /v1/admin/users/{id}': {
    id: 'describeUser',
    reply: 'UserDescription',
    description: 'Without secrets: addresses, second factors, accounts elsewhere, living sessions.',
  },
  'get /v1/admin/users/{id}/events': {
    id: 'listEventsOfUser',
    description: 'As the person reads them, too.',
  },
};
