import { isFlorinError } from '@florin/errors';
import type { Metrics } from '@florin/service-kit';
import { Counter } from 'prom-client';
import type { UseCases } from '../app/index.ts';

type SignIns = Pick<UseCases, 'signIn' | 'signInWithGoogle' | 'signInWithPasskey' | 'completeSecondFactor'>;

/** Counts tries to sign in, by way and outcome: `signed-in`, why not, or the code of the error. */
export function countSignIns({ registry }: Metrics, useCases: UseCases): UseCases {
  const counter = new Counter({
    name: 'florin_auth_sign_ins_total',
    help: 'Tries to sign in, by way and outcome',
    labelNames: ['way', 'outcome'],
    registers: [registry],
  });
  const counted =
    <Input extends unknown[], Result extends { outcome: string }>(
      way: string,
      useCase: (...input: Input) => Promise<Result>,
    ) =>
    async (...input: Input): Promise<Result> => {
      try {
        const result = await useCase(...input);
        counter.inc({ way, outcome: result.outcome });
        return result;
      } catch (error) {
        counter.inc({ way, outcome: isFlorinError(error) ? error.code : 'INTERNAL' });
        throw error;
      }
    };
  const signIns: SignIns = {
    signIn: counted('password', useCases.signIn),
    signInWithGoogle: counted('google', useCases.signInWithGoogle),
    signInWithPasskey: counted('passkey', useCases.signInWithPasskey),
    completeSecondFactor: counted('second-factor', useCases.completeSecondFactor),
  };
  return { ...useCases, ...signIns };
}
