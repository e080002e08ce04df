import { Channel } from '@florin/proto/gen/auth/florin/auth/v1/Channel.ts';
import { SessionKind } from '@florin/proto/gen/auth/florin/auth/v1/SessionKind.ts';
import { DAY_SECONDS } from '../auth-calls.ts';

export const NAME = 'otp-auth';

/** The published tokens of `remember` never end; these last as long as auth allows. */
const REMEMBERED_DAYS = 365;

export function sessionFor(remember: boolean) {
  return {
    kind: SessionKind.SESSION_KIND_TOKEN,
    lifetimeSeconds: (remember ? REMEMBERED_DAYS : 1) * DAY_SECONDS,
  };
}

export function channelFor(phone: boolean): Channel {
  return phone ? Channel.CHANNEL_SMS : Channel.CHANNEL_EMAIL;
}
