import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { codeMethods } from './code.ts';
import { factorMethods } from './factor.ts';
import { passwordMethods } from './password.ts';
import { signInMethods } from './sign-in.ts';
import { userMethods } from './user.ts';

type Methods = GrpcMethods<AuthServiceDefinition>;

/** Methods whose requests have an idempotency_key. */
const KEYED = [
  'signUp',
  'verifyContact',
  'completeSecondFactor',
  'resetPassword',
  'verifyPasswordReset',
  'changePassword',
  'changeName',
  'closeAccount',
  'confirmTotp',
  'toggleTotp',
  'resetSecondFactors',
] as const;

/** Every method of florin.auth.v1.AuthService. */
export function createMethods(useCases: UseCases): Methods {
  const methods: Methods = {
    ...userMethods(useCases),
    ...signInMethods(useCases),
    ...codeMethods(useCases),
    ...passwordMethods(useCases),
    ...factorMethods(useCases),
  };
  return { ...methods, ...answeredOnce(useCases, methods) };
}

type Keyed = (request: { idempotencyKey: string }, ...rest: unknown[]) => Promise<object>;

function answeredOnce({ answerOnce }: UseCases, methods: Methods): Partial<Methods> {
  const once = (method: (typeof KEYED)[number]): Keyed => {
    const answer = methods[method] as Keyed;
    return (request, ...rest) => answerOnce({ method, key: request.idempotencyKey }, () => answer(request, ...rest));
  };
  return Object.fromEntries(KEYED.map((method) => [method, once(method)]));
}
