import { oneLine, withoutLinks } from './foreign-text.ts';

test('foreign text becomes one line without characters that act on what stands around it', () => {
  expect(oneLine('Bob\r\nBcc: eve@example.com\u202e\u0000 x')).toBe('Bob Bcc: eve@example.com x');
  expect(oneLine('😀'.repeat(200), 10)).toBe(`${'😀'.repeat(9)}…`);
});

test.each([
  ['https://evil.example/pay?x=1', 'https[:]//evil[.]example/pay?x=1'],
  ['WWW.Evil.CO.uk', 'WWW[.]Evil[.]CO[.]uk'],
  ['write to eve@evil.example', 'write to eve@evil[.]example'],
  ['http:\\\\evil', 'http[:]\\\\evil'],
  ['10.0.0.1/pay and 203.0.113.7', '10[.]0[.]0[.]1/pay and 203[.]0[.]113[.]7'],
  ['пример.рф, evil。com, evil．com', 'пример[.]рф, evil[。]com, evil[．]com'],
  ['evil.\u200dcom', 'evil[.]\u200dcom'],
  ['mailto:eve and tel:+19005550100', 'mailto[:]eve and tel[:]+19005550100'],
])('%s has nothing to click on any more', (text, plain) => {
  expect(withoutLinks(text)).toBe(plain);
});

test.each(['12.50 USD', 'e.g. lunch, 3.5 kg', 'Paid. Thanks!', 'at 10:30: pizza', 'नमस्ते। 👩‍🚀', '1.234,56'])(
  '%s stays as it is',
  (text) => {
    expect(withoutLinks(text)).toBe(text);
  },
);
