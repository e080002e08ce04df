import type { AuthServiceDefinition } from '@florin/proto';
import type { GrpcMethods } from '@florin/service-kit';
import { readIdentifier } from '../../app/accounts/identifiers.ts';
import type { UseCases } from '../../app/index.ts';
import type { Channel } from '../../domain/user.ts';
import {
  named,
  orUndefined,
  readChannel,
  readDevice,
  readPurpose,
  readSpec,
  readVia,
  toSession,
  toUser,
} from './mapping.ts';

/** One-time codes of the dialects. */
export function codeMethods(useCases: UseCases) {
  return {
    sendCode: async (request) => {
      const { ip } = readDevice(request.device);
      await useCases.takeLimit('send-code', { ip, account: request.identifier });
      const channel = readChannel(request.channel);
      const result = await useCases.sendCode({
        identifiers: readIdentifier(request.identifier, orUndefined(request.country)),
        channel,
        purpose: readPurpose(request.purpose, channel),
        ip,
      });
      const user = result.outcome === 'unknown-user' ? undefined : await toUser(useCases, result.user);
      return { outcome: named('OUTCOME', result.outcome), user };
    },
    checkCode: async (request) => {
      const channel = readChannel(request.channel);
      const result = await useCases.checkCode({
        ...(await readCode(useCases, request)),
        use: useOf(request.purpose, channel),
      });
      return { outcome: named('CODE_OUTCOME', result.outcome), user: await toUser(useCases, result.user) };
    },
    verifyContact: async (request) => {
      const input = await readCode(useCases, request);
      const spec = readSpec(request.session, readVia(request.via), input.device);
      const result = await useCases.verifyContact({ ...input, spec, refuseVerified: request.refuseVerified });
      const session = result.outcome === 'ok' && result.opened ? toSession(result.opened) : null;
      return { outcome: named('CODE_OUTCOME', result.outcome), user: await toUser(useCases, result.user), session };
    },
  } satisfies Partial<GrpcMethods<AuthServiceDefinition>>;
}

interface CodeRequest {
  identifier: string;
  country: string;
  channel: string | number;
  code: string;
  device: Parameters<typeof readDevice>[0];
}

/** The account, channel, code and device of a request, counted against the limits of trying codes. */
export async function readCode(useCases: UseCases, request: CodeRequest) {
  const device = readDevice(request.device);
  await useCases.takeLimit('check-code', { ip: device.ip, account: request.identifier });
  return {
    identifiers: readIdentifier(request.identifier, orUndefined(request.country)),
    typed: request.identifier,
    channel: readChannel(request.channel),
    code: request.code.trim(),
    device,
    published: true,
  };
}

/** What a look at a code looks for; a purpose-less one is found for every use. */
function useOf(purpose: string | number, channel: Channel) {
  if (purpose === 'CODE_PURPOSE_PASSWORD_RESET') return 'password-reset';
  if (purpose === 'CODE_PURPOSE_SECOND_FACTOR') return 'second-factor';
  return channel === 'email' ? 'verify-email' : 'verify-mobile';
}
