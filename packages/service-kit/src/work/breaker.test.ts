import { FlorinError } from '@florin/errors';
import { waitFor } from '@florin/testing';
import { createBreaker } from './breaker.ts';

const away = () => Promise.reject(new FlorinError('UNAVAILABLE', 'away'));

async function open() {
  const breaker = createBreaker('upstream');
  for (let calls = 0; calls < 20; calls += 1) await expect(breaker.run(away)).rejects.toThrow();
  expect(breaker.state()).toBe('open');
  return breaker;
}

test('an upstream that is back is asked again after a second, and the circuit closes', async () => {
  const breaker = await open();
  await waitFor(() => breaker.state() === 'half-open', { timeoutMs: 2_500, what: 'the half-open circuit' });
  await expect(breaker.run(() => Promise.resolve('here'))).resolves.toBe('here');
  expect(breaker.state()).toBe('closed');
  breaker.stop();
});

test('an upstream that stays away is asked after ever longer waits, and the error says how long', async () => {
  const breaker = await open();
  await expect(breaker.run(away)).rejects.toMatchObject({ retryAfterSeconds: 1 });
  await waitFor(() => breaker.state() === 'half-open', { timeoutMs: 2_500, what: 'the half-open circuit' });
  await expect(breaker.run(away)).rejects.toThrow('away');
  expect(breaker.state()).toBe('open');
  await expect(breaker.run(away)).rejects.toMatchObject({ retryAfterSeconds: 2 });
  breaker.stop();
});
