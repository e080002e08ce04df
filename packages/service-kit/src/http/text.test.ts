import { isFlorinError } from '@florin/errors';
import { textFault, readText } from './text.ts';
import { longText, text, validate } from './validate.ts';

test.each([
  ['a direction override', 'Ann\u202egpj.exe'],
  ['an isolate', 'Ann\u2066x\u2069'],
  ['a direction mark without such letters', 'Ann\u200f'],
  ['a zero-width space', 'An\u200bn'],
  ['a joiner between Latin letters', 'An\u200dn'],
  ['a soft hyphen', 'An\u00adn'],
  ['a word joiner', 'Ann\u2060'],
  ['a byte order mark', 'Ann\ufeff x'],
  ['a line break', 'Ann\nBob'],
  ['a line separator', 'Ann\u2028Bob'],
  ['a next line', 'Ann\u0085Bob'],
  ['a tab', 'Ann\tBob'],
  ['an escape', 'Ann\u001b[31m'],
  ['an invisible letter', '\u3164'],
  ['blank Braille', '\u2800'],
  ['only a space of another width', '\u2003\u2003x'.slice(0, 2)],
  ['tags after a letter', 'Ann\u{e0041}'],
  ['a variation selector after a letter', 'Ann\ufe0f'],
  ['marks piled up', `A${'\u0301'.repeat(9)}`],
  ['an object replacement', 'Ann\ufffc'],
])('%s is refused', (_what, value) => {
  expect(textFault(value)).toBeDefined();
});

test.each([
  'Ann',
  'Zoë Ødegård-Šimić',
  "O'Brien",
  'Nguyễn Thị Ánh',
  '山田　太郎',
  '葛\u{e0100}飾',
  'محمد علي',
  'می‌خواهم',
  'क्‍ष',
  'ශ්‍රී',
  'שָׁלוֹם',
  'שלום\u200f (1)',
  'ᠮᠣᠩᠭᠣᠯ\u180e',
  'ភាសា\u200bខ្មែរ',
  'தமிழ்',
  '한국어',
  'Ελλάδα',
  '👩‍👩‍👧‍👦',
  '👩🏽‍🚀',
  '❤️‍🔥',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '🇩🇪',
  '1️⃣',
  '☕️',
  '☎︎',
  '™️',
  '🏳️‍🌈',
  '🤷‍♀️',
  '$5 & 20 €',
  '',
])('%s is taken', (value) => {
  expect(textFault(value)).toBeUndefined();
});

test('long notes may have lines, and nothing else that a name may not', () => {
  expect(textFault('Milk\r\n\t2 l\nBread', { lines: true })).toBeUndefined();
  expect(textFault('Milk\u202e', { lines: true })).toBeDefined();
  expect(textFault('Milk\rBread', { lines: true })).toBeDefined();
});

test('schemas name the field at fault, and so does reading a message', () => {
  const fault = (run: () => unknown) => {
    try {
      return run();
    } catch (error) {
      return isFlorinError(error) ? error.errors[0] : error;
    }
  };
  const message = 'must be one line';
  expect(fault(() => validate(text(1, 60), 'a\nb', 'body'))).toEqual({ path: '', message });
  expect(fault(() => readText('a\nb', 'name', { min: 1, max: 60 }))).toEqual({ path: 'name', message });
  expect(fault(() => readText(' ', 'name', { min: 1, max: 60 }))).toEqual({ path: 'name', message: 'is required' });
  expect(validate(longText(0, 60), ' a\nb ', 'body')).toBe('a\nb');
});
