import { createIdentitySigner, createServiceTokens } from './identity.ts';

const SECRET = 'a-secret-for-tests-of-at-least-32-characters';

test('an identity survives signing, and a service token is not an identity', () => {
  const identity = {
    userId: 'u',
    sessionId: 's',
    roles: ['user' as const],
    amr: ['pwd'],
    authTime: 1,
    emailVerified: true,
  };
  const signer = createIdentitySigner(SECRET);
  expect(signer.verify(signer.sign(identity))).toMatchObject(identity);
  expect(() => signer.verify(createServiceTokens(SECRET, 'finance').current())).toThrow('The caller is not known');
});
