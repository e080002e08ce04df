import CircuitBreaker from 'opossum';
import { FlorinError, isFlorinError } from '@florin/errors';

export interface Breaker {
  /** Runs the call, or refuses at once with UNAVAILABLE while the circuit is open. */
  run<T>(call: () => Promise<T>): Promise<T>;
  state(): 'closed' | 'open' | 'half-open';
  stop(): void;
}

const RESET_MS = 5_000;
/** Only failures of the upstream itself open the circuit; a refused request is a sign that it works. */
const FAILURES = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'INTERNAL']);

/** A circuit breaker over opossum: opens when half of at least 20 calls in 10 s failed, tries again after 5 s. */
export function createBreaker(name: string): Breaker {
  const circuit = new CircuitBreaker((call: () => Promise<unknown>) => call(), {
    name,
    timeout: false,
    errorThresholdPercentage: 50,
    volumeThreshold: 20,
    resetTimeout: RESET_MS,
    enableSnapshots: false,
    errorFilter: (error: unknown) => isFlorinError(error) && !FAILURES.has(error.code),
  });
  return {
    run: async <T>(call: () => Promise<T>) => {
      try {
        return (await circuit.fire(call)) as T;
      } catch (error) {
        if ((error as { code?: string }).code !== 'EOPENBREAKER') throw error;
        throw new FlorinError('UNAVAILABLE', `${name} does not answer at present`, {
          retryAfterSeconds: RESET_MS / 1000,
        });
      }
    },
    state: () => (circuit.opened ? 'open' : circuit.halfOpen ? 'half-open' : 'closed'),
    stop: () => {
      circuit.shutdown();
    },
  };
}
