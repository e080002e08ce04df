import { typeOfFile } from './attachment.ts';

test.each([
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n....', 'image/png'],
  ['GIF89a', 'image/gif'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['....ftypheic', 'image/heic'],
  ['%PDF-1.7', 'application/pdf'],
  ['RIFF....WAVEfmt ', undefined],
  ['....ftypmp42', undefined],
  ['<html><script>', undefined],
  ['\xff\xd8', undefined],
  ['', undefined],
])('a file that begins with %j is %s', (beginning, type) => {
  expect(typeOfFile(Buffer.from(beginning, 'latin1'))).toBe(type);
});
