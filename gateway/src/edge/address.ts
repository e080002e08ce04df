import { isIP, isIPv4 } from 'node:net';
import type { Express, Request } from 'express';
import { ConfigError } from '@florin/service-kit';

/** Believes X-Forwarded-For only as far as it was written by these proxies. Throws ConfigError for a faulty list. */
export function trustProxies(app: Express, proxies: readonly string[]): void {
  try {
    app.set('trust proxy', proxies.length === 0 ? false : [...proxies]);
  } catch (error) {
    throw new ConfigError(`TRUSTED_PROXIES: ${(error as Error).message}`);
  }
}

/** The caller's address; an IPv4 address dressed as IPv6 comes plain. What a proxy wrote that is no address counts as the proxy's own. */
export function clientAddress(request: Request): string {
  const address = plain(request.ip ?? '');
  return isIP(address) > 0 ? address : plain(request.socket.remoteAddress ?? '');
}

function plain(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return bare.toLowerCase();
}

/** What one household or host is counted by: an IPv4 address, or the /64 network of an IPv6 one. */
export function addressBucket(address: string): string {
  if (address === '' || isIPv4(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const middle = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

const LOOPBACK = /^(127\.|::1$)/;

/** True for a request made on this machine itself, not handed on by a proxy of any kind. */
export function isLocal(request: Request): boolean {
  const handedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
  return LOOPBACK.test(plain(request.socket.remoteAddress ?? '')) && !handedOn.some((name) => name in request.headers);
}
