import { idempotencyKey } from './idempotency.ts';

test('parts hash as the JSON that keys of before were made of: amounts as text, what is left out as null', () => {
  const at = new Date('2026-11-30T09:00:00Z');
  const parts = ['hold', { userId: 'u' }, 1250n, 'USD', undefined, at];
  const text = '["hold",{"userId":"u"},"1250","USD",null,"2026-11-30T09:00:00.000Z"]';
  expect(idempotencyKey('owner', 'key', parts)).toEqual(idempotencyKey('owner', 'key', text));
});
