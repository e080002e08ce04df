import { deviceName } from './device-name.ts';
import { waitMs } from './guess-budget.ts';
import { areaOf, callerOf } from './ip.ts';
import { decideRefresh } from './refresh.ts';
import { lifetimes } from './session.ts';

test.each([
  ['203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
  ['2001:DB8:0001::1', '2001:db8:1:0::/64', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:0::/64'],
  ['not an address', 'unknown', 'unknown'],
  ['', 'unknown', 'unknown'],
])('%s counts as %s and shows as %s', (ip, caller, area) => {
  expect(callerOf(ip)).toBe(caller);
  expect(areaOf(ip)).toBe(area);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    undefined,
    'Chrome on Windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0', undefined, 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
    undefined,
    'Safari on iPhone',
  ],
  ['okhttp/4.12', 'android', 'An app on Android'],
  ['curl/8.0', undefined, 'curl'],
  ['<script>alert(1)</script>', undefined, 'Unknown device'],
  [undefined, 'ios', 'iOS'],
])('%s of %s is called %s', (agent, platform, name) => {
  expect(deviceName(agent, platform)).toBe(name);
});

test('waits grow from the fifth failure and stop growing at a quarter of an hour', () => {
  expect([1, 4, 5, 6, 7, 14, 15, 1000].map(waitMs)).toEqual([0, 0, 500, 1000, 2000, 256_000, 512_000, 900_000]);
});

describe('refresh', () => {
  const at = (seconds: number) => new Date(seconds * 1000);
  const session = { generation: 3, rotations: [at(10), at(20), at(30)] };

  test('the living token rotates, whenever', () => {
    expect(decideRefresh(session, 3, at(1e6))).toEqual({ kind: 'rotate' });
  });
  test('a token replaced up to 20 s ago gets its own successor, also when that was replaced since', () => {
    expect(decideRefresh(session, 2, at(50))).toEqual({ kind: 'replay', generation: 3 });
    expect(decideRefresh(session, 1, at(40))).toEqual({ kind: 'replay', generation: 2 });
  });
  test('an older token is reuse, as is one that was never given', () => {
    expect(decideRefresh(session, 2, at(50.001))).toEqual({ kind: 'reuse' });
    expect(decideRefresh(session, 0, at(31))).toEqual({ kind: 'reuse' });
    expect(decideRefresh(session, 4, at(31))).toEqual({ kind: 'reuse' });
    expect(decideRefresh({ generation: 40, rotations: [at(30)] }, 5, at(31))).toEqual({ kind: 'reuse' });
  });
});

test('a token session lives as long as asked, between a minute and 366 days', () => {
  const seconds = (lifetimeSeconds: number) =>
    lifetimes({ kind: 'token', lifetimeSeconds, via: 'x', device: { ip: '' } }).absolute;
  expect([1, 86_400, 1e9].map(seconds)).toEqual([60, 86_400, 366 * 86_400]);
});
