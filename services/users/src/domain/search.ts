/** letters that Unicode does not take apart into a plain letter and a mark */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

const MAX_WORDS = 8;
const MAX_PREFIX = 24;

/** Letters and digits without case or accents, in words: `Ødegård-Søn` -> `['odegard', 'son']`. At most 8 words of 24 characters. */
export function searchWords(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþıħ]/g, (letter) => LETTERS[letter] ?? letter);
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.slice(0, MAX_WORDS).map((word) => Array.from(word).slice(0, MAX_PREFIX).join(''));
}

/** Every prefix of every word of the texts, each once: a search is then an equality on an index, on any store. */
export function searchPrefixes(texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap((text) => (text === null ? [] : searchWords(text)));
  const prefixes = words.flatMap((word) => {
    const letters = Array.from(word);
    return letters.map((_, index) => letters.slice(0, index + 1).join(''));
  });
  return [...new Set(prefixes)];
}
