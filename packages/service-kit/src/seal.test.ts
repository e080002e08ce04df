import { deriveKey, seal, unseal } from './seal.ts';

const SECRET = 'a-secret-for-tests-of-at-least-32-characters';

test('what is sealed opens with the same key and context only', () => {
  const key = deriveKey(SECRET, 'code');
  const sealed = seal(key, '123456', 'code');
  expect(sealed).not.toContain('123456');
  expect(unseal(key, sealed, 'code')).toBe('123456');
  expect(() => unseal(key, sealed, 'link')).toThrow();
  expect(() => unseal(deriveKey(SECRET, 'link'), sealed, 'code')).toThrow();
  expect(() => unseal(key, `${sealed.slice(0, -2)}AA`, 'code')).toThrow();
});
