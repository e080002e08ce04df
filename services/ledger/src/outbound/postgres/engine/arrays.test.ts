import { textArray } from './arrays.ts';

test('array text quotes what PostgreSQL would take apart', () => {
  expect(textArray(['a"b', 'c\\d', 'e,{f}', '', null, 'NULL'], (text) => text)).toBe(
    '{"a\\"b","c\\\\d","e,{f}","",NULL,"NULL"}',
  );
});
