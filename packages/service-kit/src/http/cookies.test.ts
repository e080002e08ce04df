import { cookieValues } from './cookies.ts';

describe('cookieValues', () => {
  test.each([
    ['a=1; b=2', 'b', ['2']],
    ['a=1;b=2', 'a', ['1']],
    ['a=1; a=2', 'a', ['1', '2']],
    ['token="abc.def"', 'token', ['abc.def']],
    ['name=%C3%A9', 'name', ['é']],
    ['name=%E0%A4', 'name', ['%E0%A4']],
    ['key=a=b', 'key', ['a=b']],
    ['empty=', 'empty', ['']],
    ['ab=1; flag', 'flag', []],
    ['ab=1', 'b', []],
    [undefined, 'a', []],
  ])('of %p named %s are %p', (header, name, expected) => {
    expect(cookieValues(header, name)).toEqual(expected);
  });
});
