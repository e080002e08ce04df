import { readIdentifier } from './identifiers.ts';

test.each([
  ['ada@Example.com', undefined, [{ kind: 'email', value: 'ada@example.com' }]],
  ['ada', undefined, [{ kind: 'username', value: 'ada' }]],
  ['+9607771234', undefined, [{ kind: 'mobile', value: '+9607771234' }]],
  ['7771234', undefined, [{ kind: 'username', value: '7771234' }]],
  ['7771234', 'MV', [{ kind: 'mobile', value: '+9607771234' }]],
  ['ada', 'MV', [{ kind: 'username', value: 'ada' }]],
  ['0000', 'MV', [{ kind: 'username', value: '0000' }]],
])('%s typed in %s is read as %j', (typed, country, identifiers) => {
  expect(readIdentifier(typed, country)).toEqual(identifiers);
});
