import { deviceOf } from '../../auth-calls.ts';
import { dialectRoute, type DialectRoute } from '../../dialect.ts';
import { channelFor } from '../calls.ts';
import { CODE_REPLIES, NO_SUCH_USER, fail, refuseCode, terminated } from '../errors.ts';
import { EXAMPLE } from '../examples.ts';
import { checkBody, sendBody } from '../schemas.ts';
import { documented } from '../views.ts';

const common = { tag: 'OTP', access: 'public' } as const;
const SENT = 'an OTP was sent';
const NO_PHONE = 'there is no phone number on this account';
const RIGHT = 'the OTP is correct';

/** Sending and looking at the one OTP that verifies, resets the password and is the second factor. */
export const otpRoutes: DialectRoute[] = [
  dialectRoute({
    method: 'POST',
    path: '/auth/send-otp',
    summary: 'Send an OTP; within 30 s of a live one nothing is sent and its time is renewed',
    ...common,
    body: sendBody,
    example: EXAMPLE.send,
    replies: {
      200: documented(SENT),
      400: documented(NO_PHONE),
      403: CODE_REPLIES[403],
      404: documented(NO_SUCH_USER),
    },
    handler: async (input, { clients }) => {
      const { email, phone } = input.body;
      const { outcome } = await clients.auth.sendCode({
        identifier: email,
        channel: channelFor(phone),
        device: deviceOf(input),
      });
      switch (outcome) {
        case 'OUTCOME_SENT':
          return { body: { message: SENT } };
        case 'OUTCOME_TERMINATED':
          return terminated();
        case 'OUTCOME_NO_ADDRESS':
          return fail(400, NO_PHONE);
        default:
          return fail(404, NO_SUCH_USER);
      }
    },
  }),
  dialectRoute({
    method: 'POST',
    path: '/auth/check-otp',
    summary: 'Look whether an OTP is right; it stays good',
    ...common,
    body: checkBody,
    example: EXAMPLE.check,
    replies: { 200: documented(RIGHT), ...CODE_REPLIES },
    handler: async (input, { clients }) => {
      const { email, otp, phone } = input.body;
      const { outcome } = await clients.auth.checkCode({
        identifier: email,
        channel: channelFor(phone),
        code: otp,
        device: deviceOf(input),
      });
      return outcome === 'CODE_OUTCOME_OK' ? { body: { message: RIGHT } } : refuseCode(outcome);
    },
  }),
];
