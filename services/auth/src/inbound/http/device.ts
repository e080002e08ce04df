import type { Request } from 'express';
import { isIP } from 'node:net';
import type { Identity } from '@florin/service-kit';
import type { Caller } from '../../app/sessions/manage.ts';
import type { Device } from '../../domain/session.ts';

interface Stated {
  id?: string | undefined;
  platform?: string | undefined;
  pushToken?: string | undefined;
}

/** The gateway tells a service the address it saw; it has taken trusted proxies off already. */
const CLIENT_IP_HEADER = 'x-florin-client-ip';

/** The caller's address: what the gateway says, where TRUSTED_PROXIES names it; else that of the connection. */
export function addressOf(request: Request): string {
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  const told = request.get(CLIENT_IP_HEADER);
  const peer = request.socket.remoteAddress ?? '';
  if (told !== undefined && isIP(told) > 0 && trusts(peer, 0)) return told;
  return request.ip ?? peer;
}

/** The device a request comes from: its address as trusted proxies tell it, and what it says of itself. */
export function deviceOf(request: Request, stated: Stated = {}): Device {
  const header = request.get('x-device-id');
  const id = stated.id ?? (header !== undefined && /^[A-Za-z0-9_-]{16,128}$/.test(header) ? header : undefined);
  return { ...stated, id, ip: addressOf(request), userAgent: request.get('user-agent')?.slice(0, 500) };
}

export function callerFrom(request: Request, { userId, sessionId }: Identity): Caller {
  return { userId, sessionId, ip: addressOf(request) };
}
