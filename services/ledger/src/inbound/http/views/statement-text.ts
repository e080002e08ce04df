import bidiModule from 'bidi-js';
import type { Bidi, EmbeddingLevels } from 'bidi-js';
import { drawnOf, graphemesOf, type Face, type Fonts, type Weight } from './statement-fonts.ts';

/** Stands for what no font has, such as emoji. */
export const MISSING = '□';

export interface Style {
  size: number;
  weight: Weight;
}

/** A stretch of text in one font and direction, ready to be drawn from left to right after the one before it. */
interface Piece {
  face: Face;
  text: string;
  width: number;
}

export interface TextLine {
  pieces: Piece[];
  width: number;
  style: Style;
}

// its types describe an ES module, which is not what Node.js gets
const bidi = (bidiModule as unknown as () => Bidi)();
/** where a line may end: after blanks, and around each Han, kana and Hangul character */
const ATOMS =
  /\s+|[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\s\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
/** most of what is printed, and done in a tenth of the time */
const PLAIN = /^[ -~]*$/;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const MAX_WIDTHS = 10_000;

export interface Typesetter {
  /** Cuts a text into lines of at most `width` points. Long words are broken; nothing is left out. */
  wrap(text: string, style: Style, width: number): Promise<TextLine[]>;
  /** Draws a line; `x` is its left edge and `y` its base line. */
  draw(document: PDFKit.PDFDocument, line: TextLine, x: number, y: number): void;
  /** Whether something was replaced by MISSING. */
  hasMissing(): boolean;
}

/** Sets text of any of the fonts' scripts: shaped, and in the order in which it is read (Unicode annex 9). */
export function createTypesetter(fonts: Fonts): Typesetter {
  const measure = createMeasure();
  let missing = false;

  /** Replaces what has no face, and drops what has nothing to draw. */
  async function printable(text: string, weight: Weight): Promise<string> {
    await fonts.load('a', weight);
    if (PLAIN.test(text)) return text;
    const clean = text
      .normalize('NFC')
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');
    await fonts.load(clean, weight);
    const seen = graphemesOf(clean).filter((grapheme) => drawnOf(grapheme).length > 0);
    if (seen.every((grapheme) => fonts.faceOf(grapheme, clean, weight))) return seen.join('');
    missing = true;
    await fonts.load(MISSING, weight);
    return seen.map((grapheme) => (fonts.faceOf(grapheme, clean, weight) ? grapheme : MISSING)).join('');
  }

  /** One direction's text as pieces, in the order of reading. */
  function piecesOf(part: string, text: string, { size, weight }: Style): Piece[] {
    const runs: { face: Face; text: string }[] = [];
    const plain = PLAIN.test(part) ? fonts.faceOf('a', 'a', weight) : undefined;
    if (plain) runs.push({ face: plain, text: part });
    for (const grapheme of plain ? [] : graphemesOf(part)) {
      const face = fonts.faceOf(grapheme, text, weight) ?? fonts.faceOf(MISSING, MISSING, weight);
      if (!face) continue;
      const drawn = drawnOf(grapheme);
      const kept = Array.from(grapheme).filter(
        (one) => drawn.includes(one) || face.font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0),
      );
      const last = runs.at(-1);
      if (last?.face === face) last.text += kept.join('');
      else runs.push({ face, text: kept.join('') });
    }
    return runs.map((run) => ({
      ...run,
      width: wordsOf(run.text).reduce((sum, word) => sum + measure(run.face, word), 0) * size,
    }));
  }

  const widthOf = (part: string, text: string, style: Style): number =>
    piecesOf(part, text, style).reduce((sum, piece) => sum + piece.width, 0);

  return {
    wrap: async (given, style, width) => {
      const text = await printable(given, style.weight);
      const levels = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text) : undefined;
      return cut(text, width, (part) => widthOf(part, text, style)).map(([start, end]) => {
        const pieces = directionsOf(text, levels, start, end).flatMap(({ part, backwards }) =>
          backwards ? piecesOf(part, text, style).reverse().map(turned) : piecesOf(part, text, style),
        );
        return { pieces, style, width: pieces.reduce((sum, piece) => sum + piece.width, 0) };
      });
    },
    draw: drawLine,
    hasMissing: () => missing,
  };
}

/** What a word takes at size 1. Words come again and again: what one takes is kept. */
function createMeasure() {
  const widths = new Map<string, number>();
  return ({ name, font }: Face, word: string): number => {
    const key = `${name} ${word}`;
    const width = widths.get(key) ?? font.layout(word, []).advanceWidth / font.unitsPerEm;
    if (widths.size > MAX_WIDTHS) widths.clear();
    widths.set(key, width);
    return width;
  };
}

/** Where the lines of a text of at most `width` begin and end. */
function cut(text: string, width: number, widthOf: (part: string) => number): [start: number, end: number][] {
  if (widthOf(text) <= width) return [[0, text.length]];
  const lines: [number, number][] = [];
  let [start, end, used] = [0, 0, 0];
  const take = (atom: string) => {
    const wide = widthOf(atom);
    if (used + wide > width && end > start && atom.trim() !== '') {
      lines.push([start, end]);
      [start, used] = [end, 0];
    }
    end += atom.length;
    used += wide;
  };
  for (const [atom] of text.matchAll(ATOMS)) {
    if (widthOf(atom) <= width || atom.trim() === '') take(atom);
    else for (const grapheme of graphemesOf(atom)) take(grapheme);
  }
  return end > start || lines.length === 0 ? [...lines, [start, end]] : lines;
}

function drawLine(document: PDFKit.PDFDocument, { pieces, style }: TextLine, x: number, y: number): void {
  let left = x;
  for (const { face, text, width } of pieces) {
    document.registerFont(face.name, face.font as never).font(face.name, style.size);
    // vowels that are written before their consonant: who copies the text gets it as it was typed
    const reordered = /\p{Script=Devanagari}/u.test(text);
    if (reordered) document.markContent('Span', { actual: text });
    // with features it is laid out as one, without them word by word, from a cache
    const features = RIGHT_TO_LEFT.test(text) ? { features: [] } : {};
    document.text(text, left, y, { lineBreak: false, baseline: 'alphabetic', ...features });
    if (reordered) document.endMarkedContent();
    left += width;
  }
}

/** As they are laid out: each with the blank after it, but what runs from right to left as one. */
const wordsOf = (text: string): string[] => (RIGHT_TO_LEFT.test(text) ? [text] : text.split(/(?<= )/));

/** The stretches of one direction in the order in which they stand on a line; brackets are turned where text runs backwards. */
function directionsOf(text: string, levels: EmbeddingLevels | undefined, start: number, end: number) {
  if (!levels) return [{ backwards: false, part: text.slice(start, end) }];
  const order = end > start ? bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end) : [];
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels, start, end - 1);
  const stretches: { backwards: boolean; at: number[] }[] = [];
  for (const index of order) {
    const backwards = (levels.levels[index] ?? 0) % 2 === 1;
    const last = stretches.at(-1);
    const follows = last?.backwards === backwards && last.at.at(-1) === index + (backwards ? 1 : -1);
    if (follows) last.at.push(index);
    else stretches.push({ backwards, at: [index] });
  }
  return stretches.map(({ backwards, at }) => ({
    backwards,
    part: at
      .sort((a, b) => a - b)
      .map((index) => mirrored.get(index) ?? text[index])
      .join(''),
  }));
}

/** Letters that run from right to left are turned by the shaper; what stands among them, such as blanks, is turned here. */
function turned(piece: Piece): Piece {
  return RIGHT_TO_LEFT.test(piece.text) ? piece : { ...piece, text: graphemesOf(piece.text).reverse().join('') };
}
