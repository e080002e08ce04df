import CircuitBreaker from 'opossum';
import { FlorinError, isFlorinError } from '@florin/errors';

export interface Breaker {
  /** Runs the call, or refuses at once with UNAVAILABLE while the circuit is open. */
  run<T>(call: () => Promise<T>): Promise<T>;
  state(): 'closed' | 'open' | 'half-open';
  stop(): void;
}

const FIRST_RESET_MS = 1_000;
const MAXIMUM_RESET_MS = 30_000;
/** Only failures of the upstream itself open the circuit; a refused request is a sign that it works. */
const FAILURES = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL']);

/**
 * A circuit breaker over opossum: opens when half of at least 20 calls in 10 s failed, lets a call through after 1 s,
 * then after 2 s, 4 s, up to 30 s while those fail.
 */
export function createBreaker(name: string): Breaker {
  const options = {
    name,
    timeout: false as const,
    errorThresholdPercentage: 50,
    volumeThreshold: 20,
    resetTimeout: FIRST_RESET_MS,
    enableSnapshots: false,
    errorFilter: (error: unknown) => isFlorinError(error) && !FAILURES.has(error.code),
  };
  const circuit = new CircuitBreaker((call: () => Promise<unknown>) => call(), options);
  // opossum looks at its options when the circuit opens: this is the wait after the call now let through, should it fail
  circuit.on('halfOpen', () => {
    options.resetTimeout = Math.min(2 * options.resetTimeout, MAXIMUM_RESET_MS);
  });
  circuit.on('close', () => {
    options.resetTimeout = FIRST_RESET_MS;
  });
  return {
    run: async <T>(call: () => Promise<T>) => {
      try {
        return (await circuit.fire(call)) as T;
      } catch (error) {
        if ((error as { code?: string }).code !== 'EOPENBREAKER') throw error;
        throw new FlorinError('UNAVAILABLE', `${name} does not answer at present`, {
          retryAfterSeconds: options.resetTimeout / 1000,
        });
      }
    },
    state: () => (circuit.opened ? 'open' : circuit.halfOpen ? 'half-open' : 'closed'),
    stop: () => {
      circuit.shutdown();
    },
  };
}
