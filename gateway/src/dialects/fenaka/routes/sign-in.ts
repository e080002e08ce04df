import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import { CodePurpose } from '@florin/proto/gen/auth/florin/auth/v1/CodePurpose.ts';
import { SessionKind } from '@florin/proto/gen/auth/florin/auth/v1/SessionKind.ts';
import type { SignInResponse__Output as SignedIn } from '@florin/proto/gen/auth/florin/auth/v1/SignInResponse.ts';
import type { SignUpResponse__Output as SignedUp } from '@florin/proto/gen/auth/florin/auth/v1/SignUpResponse.ts';
import { isFlorinError } from '@florin/errors';
import type { z } from 'zod';
import type { Config } from '../../../config.ts';
import { OPAQUE_COOKIE } from '../../../session/sign-in.ts';
import { DAY_SECONDS, deviceOf, passwordPolicyOf } from '../../auth-calls.ts';
import { setCookie } from '../../cookies.ts';
import { dialectRoute, type DialectDeps, type DialectReply, type DialectRoute } from '../../dialect.ts';
import { refusal } from '../errors.ts';
import { faultOf, readFields, refuseFields, type Fault } from '../input.ts';
import { registerBody, signInBody } from '../schemas.ts';
import { EXAMPLE, personView } from '../views.ts';

const common = { tag: 'auth', access: 'public' } as const;
const VIA = 'fenaka';
const SESSION = { kind: SessionKind.SESSION_KIND_OPAQUE, lifetimeSeconds: 60 * DAY_SECONDS };
const VERIFICATION = { channel: Channel.CHANNEL_SMS, purpose: CodePurpose.CODE_PURPOSE_VERIFY };

const WRONG = 'incorrect credentials';
const SECOND_FACTOR =
  'two-factor authentication is on for this account and can not be asked for here; sign in with an app that asks for it';
const FROZEN = 'this account is frozen; reset the password to use it again';
const TAKEN = 'mobile already registered';

function signedIn(config: Config, { outcome, user, session }: SignedIn): DialectReply {
  if (outcome === 'OUTCOME_SECOND_FACTOR') return refusal(403, SECOND_FACTOR);
  if (outcome === 'OUTCOME_FROZEN') return refusal(403, FROZEN);
  if (outcome !== 'OUTCOME_SIGNED_IN' || !user || !session) return refusal(401, WRONG);
  const expires = new Date(session.expiresAt);
  return {
    body: personView(user),
    cookies: [setCookie(config, OPAQUE_COOKIE, session.token, { httpOnly: true, expires })],
  };
}

async function isTaken({ clients, config }: DialectDeps, mobile: string): Promise<boolean> {
  try {
    const { user } = await clients.auth.resolveUser({ mobile, country: config.FENAKA_COUNTRY });
    return user !== null;
  } catch (error) {
    if (isFlorinError(error) && error.code === 'NOT_FOUND') return false;
    throw error;
  }
}

const FIELDS = ['name', 'mobile', 'password', 'email'] as const;

/** The faults that were found here and those that auth found in other fields, in the order of the fields. */
function withFaultsOf({ faults: found }: SignedUp, body: z.output<typeof registerBody>, own: Fault[]): Fault[] {
  return FIELDS.flatMap((field) => {
    const here = own.find(({ param }) => param === field);
    const there = found.find(({ path }) => path === field);
    const words = field === 'password' || field === 'name' ? there?.message : undefined;
    return here ?? (there ? faultOf(field, body[field], words) : []);
  });
}

function signedUp({ outcome, user, message }: SignedUp): DialectReply {
  switch (outcome) {
    case 'OUTCOME_MOBILE_TAKEN':
      return refusal(409, TAKEN);
    case 'OUTCOME_EMAIL_TAKEN':
      return refusal(409, 'email already registered');
    default:
      return user ? { status: 201, body: personView(user) } : refusal(400, message);
  }
}

/** auth's `password: must be ...` without the field's name, which the list gives. */
export function passwordFault(message: string): string {
  return message.replace(/^\w+: /, '');
}

/** Signing in and up. */
export const signInRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/signin',
    summary: 'Sign in for sixty days',
    ...common,
    body: signInBody,
    example: { mobile: '7771234', password: 'Password321!' },
    replies: {
      200: { description: 'Signed in; the session is in the cookie connect.sid', example: EXAMPLE.person },
      401: { description: 'Unknown number or wrong password', example: { error: WRONG } },
      403: { description: 'Two-factor authentication is on elsewhere', example: { error: SECOND_FACTOR } },
      422: {
        description: 'Faulty fields',
        example: { errors: [faultOf('mobile', '0000'), faultOf('password', 'Kee')] },
      },
    },
    handler: async (input, { clients, config }) => {
      const { given, faults } = readFields(input.body, ['mobile', 'password']);
      if (faults.length > 0) return refuseFields(...faults);
      const answer = await clients.auth.signIn({
        via: VIA,
        identifier: given.mobile,
        country: config.FENAKA_COUNTRY,
        password: given.password,
        device: deviceOf(input),
        session: SESSION,
      });
      return signedIn(config, answer);
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/register-mobile',
    summary: 'Make an account; a code goes to the number',
    ...common,
    once: true,
    body: registerBody,
    example: { name: 'Aisha', mobile: '7771234', password: 'Password321!', email: 'aisha@example.com' },
    replies: {
      201: { description: 'Made', example: EXAMPLE.person },
      409: { description: 'Somebody has the number, or the e-mail address', example: { error: TAKEN } },
      422: { description: 'Faulty fields', example: { errors: [faultOf('mobile', '0000')] } },
    },
    handler: async (input, deps) => {
      const { given, faults } = readFields(input.body, FIELDS);
      const { name, mobile, password, email } = given;
      const answer = await deps.clients.auth.signUp({
        // what auth alone knows to be wrong is told with the rest
        onlyCheck: faults.length > 0,
        idempotencyKey: input.idempotencyKey,
        via: VIA,
        name,
        mobile,
        country: deps.config.FENAKA_COUNTRY,
        password,
        email,
        passwordPolicy: passwordPolicyOf(deps.config),
        device: deviceOf(input),
        sendCode: VERIFICATION,
      });
      const errors = answer.outcome.endsWith('_TAKEN') ? [] : withFaultsOf(answer, input.body, faults);
      if (errors.length > 0) return refuseFields(...errors);
      // a number and an address both taken, as by a second tap: this API speaks of the number
      const asNumber = answer.outcome === 'OUTCOME_EMAIL_TAKEN' && (await isTaken(deps, mobile));
      return asNumber ? refusal(409, TAKEN) : signedUp(answer);
    },
  }),
];
