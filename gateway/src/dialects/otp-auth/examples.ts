/** Requests and replies shown in the OpenAPI document. */
const email = 'ada@example.com';
const password = 'Password321!';
const otp = '123456';

export const EXAMPLE = {
  id: '019a8d2e-6b1f-7c3a-9d4e-5f60718293a4',
  token: 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMTlhIn0.c2ln',
  register: { email, password, dob: '1998-01-23' },
  login: { email, password, platform: 'android', remember: true, fcmToken: 'fcm-1' },
  google: { googleToken: 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln', platform: 'web' },
  send: { email },
  check: { email, otp },
  verify: { email, otp, platform: 'android' },
  reset: { email, otp, password },
  decoded: { iss: 'https://accounts.google.com', sub: '110169484474386276334', email, email_verified: true },
};
