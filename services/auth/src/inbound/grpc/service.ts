import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import type { App } from '../../app/ports.ts';
import { codeMethods } from './codes.ts';
import { directoryMethods } from './directory.ts';
import { factorMethods } from './factors.ts';
import { passwordMethods } from './passwords.ts';
import { signInMethods } from './sign-in.ts';

/** Every method of florin.auth.v1.AuthService. */
export function grpcMethods(app: App): GrpcMethods<AuthServiceDefinition> {
  return {
    ...directoryMethods(app),
    ...signInMethods(app),
    ...codeMethods(app),
    ...passwordMethods(app),
    ...factorMethods(app),
  };
}
