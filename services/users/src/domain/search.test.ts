import { CARD_NUMBER, newCardNumber } from './card.ts';
import { searchPrefixes, searchWords } from './search.ts';

test.each([
  ['Zoë Ødegård-Šimić', ['zoe', 'odegard', 'simic']],
  ['ﬁne ÅNGSTRÖM', ['fine', 'angstrom']],
  ['İstanbul ISPARTA ırmak', ['istanbul', 'isparta', 'irmak']],
  ['Groß  STRASSE', ['gross', 'strasse']],
  ['john_doe.99', ['john', 'doe', '99']],
  ['محمد علي', ['محمد', 'علي']],
  ['.*$ {}', []],
])('%s is searched as %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});

test('long names have a bounded number of prefixes', () => {
  const long = Array.from({ length: 40 }, (_, index) => `${'x'.repeat(60)}${index}`).join(' ');
  expect(searchPrefixes([long, null]).length).toBeLessThanOrEqual(8 * 24);
});

test('a card number is 705, the time and four digits', () => {
  const number = newCardNumber(new Date('2026-11-18T10:00:00.000Z'), () => 42);
  expect(number).toBe('70517949960000000042');
  expect(number).toMatch(CARD_NUMBER);
});
