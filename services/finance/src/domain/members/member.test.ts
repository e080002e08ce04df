import { endOf, requireRole, requireShareable } from './member.ts';

test.each([
  ['reader', 'read', undefined],
  ['reader', 'write', 'You may only read this wallet'],
  ['reader', 'own', 'Only the owner of this wallet may do this'],
  ['writer', 'read', undefined],
  ['writer', 'write', undefined],
  ['writer', 'own', 'Only the owner of this wallet may do this'],
] as const)('a %s who wants to %s is told %s', (role, need, message) => {
  const ask = () => {
    requireRole(role, need);
  };
  if (message === undefined) expect(ask).not.toThrow();
  else expect(ask).toThrow(expect.objectContaining({ code: 'FORBIDDEN', message }));
});

test.each([
  ['invited', 'owner', 'withdrawn'],
  ['invited', 'member', 'declined'],
  ['accepted', 'owner', 'removed'],
  ['accepted', 'member', 'left'],
] as const)('a membership that is %s and ended by the %s is %s', (status, by, end) => {
  expect(endOf({ status }, by)).toBe(end);
});

test('a wallet that holds money is not shared', () => {
  const wallet = { ledgerOwned: true } as Parameters<typeof requireShareable>[0];
  expect(() => {
    requireShareable(wallet);
  }).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
});
