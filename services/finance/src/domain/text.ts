/** Text as it is stored and searched: composed (NFC), with plain blanks in the place of those that look the same. */
export function plainText(text: string): string {
  return text.normalize('NFC').replace(/[\u00a0\u2007\u202f]/g, ' ');
}
