import { isIPv4, isIPv6 } from 'node:net';

/** The part of an address that counts as one caller: all of IPv4, the /64 of IPv6 (a household gets no less). */
export function callerOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${prefix64(plain)}::/64` : 'unknown';
}

/** What is kept and shown of an address: /24 of IPv4, /64 of IPv6. */
export function areaOf(ip: string): string {
  const caller = callerOf(ip);
  return isIPv4(caller) ? `${caller.split('.').slice(0, 3).join('.')}.0/24` : caller;
}

function prefix64(ip: string): string {
  const [head = '', tail = ''] = (ip.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = ip.includes('::') ? [...left, ...Array<string>(8).fill('0'), ...right] : left;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
