import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4 } from 'node:net';
import proxyAddress from 'proxy-addr';
import { ConfigError } from '@florin/service-kit';

/**
 * Returns what tells a caller's address; an IPv4 address dressed as IPv6 comes plain. X-Forwarded-For is believed only as
 * far as it was written by these proxies, and what one wrote that is no address counts as the proxy's own. Throws
 * ConfigError for a faulty list.
 */
export function createAddressReader(proxies: readonly string[]): (request: IncomingMessage) => string {
  const own = (request: IncomingMessage) => plain(request.socket.remoteAddress ?? '');
  if (proxies.length === 0) return own;
  const trusted = compile(proxies);
  return (request) => {
    const address = plain(proxyAddress(request, trusted));
    return isIP(address) > 0 ? address : own(request);
  };
}

function compile(proxies: readonly string[]) {
  try {
    return proxyAddress.compile([...proxies]);
  } catch (error) {
    throw new ConfigError(`TRUSTED_PROXIES: ${(error as Error).message}`);
  }
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
export function isLocal(request: IncomingMessage): boolean {
  const handedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
  return LOOPBACK.test(plain(request.socket.remoteAddress ?? '')) && !handedOn.some((name) => name in request.headers);
}
