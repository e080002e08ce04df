import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { UseCases } from '../../app/index.ts';
import { codeMethods } from './code.ts';
import { factorMethods } from './factor.ts';
import { passwordMethods } from './password.ts';
import { signInMethods } from './sign-in.ts';
import { userMethods } from './user.ts';

/** Every method of florin.auth.v1.AuthService. */
export function createMethods(useCases: UseCases): GrpcMethods<AuthServiceDefinition> {
  return {
    ...userMethods(useCases),
    ...signInMethods(useCases),
    ...codeMethods(useCases),
    ...passwordMethods(useCases),
    ...factorMethods(useCases),
  };
}
