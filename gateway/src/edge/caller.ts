import type { IncomingMessage } from 'node:http';
import type { FlorinError } from '@florin/errors';
import type { Session } from '../session/session.ts';

/** What the edge found out about a request before anybody handles it. */
export interface Caller {
  /** the caller's own address, past the trusted proxies */
  ip: string;
  session?: Session;
  via?: 'bearer' | 'cookie';
  /** one that the credential sent did prove, and that was ended since */
  ended?: Session;
  /** why the credential sent was no good; the handler decides whether that matters */
  fault?: FlorinError;
  /** the bearer token sent is no good: a cookie does not make up for it */
  refused?: FlorinError;
}

/** On the request itself: a WeakMap's entries outlive its requests until a full collection, which cost 15 ms pauses. */
const CALLER = Symbol('caller');
type Known = IncomingMessage & { [CALLER]?: Caller };

export function setCaller(request: Known, caller: Caller): void {
  request[CALLER] = caller;
}

export function callerOf(request: Known): Caller {
  return request[CALLER] ?? { ip: '' };
}
