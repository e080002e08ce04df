import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';

/** A part of a font family at one weight, as it is embedded. */
export interface Face {
  name: string;
  font: Font;
}

export type Weight = 400 | 700;

export interface Fonts {
  /** Loads what a text needs; to be awaited before the text is measured or drawn. */
  load(text: string, weight: Weight): Promise<void>;
  /** The face for one character as people see it (a grapheme) of a loaded text; undefined when no font has it. */
  faceOf(grapheme: string, text: string, weight: Weight): Face | undefined;
}

/**
 * Latin, Greek, Cyrillic and Devanagari; Hebrew; Arabic, first by a font whose letters are one glyph each, so that copied
 * text is right.
 */
const ALPHABETS = ['noto-sans', 'noto-sans-hebrew', 'vazirmatn', 'noto-sans-arabic'];
const [SC, JP, KR] = ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'];
const HAN = { japanese: [JP, SC, KR], korean: [KR, SC, JP], chinese: [SC, JP, KR] };

const require = createRequire(import.meta.url);
const subsetFont = require('subset-font') as (font: Buffer, text: string, options: object) => Promise<Buffer>;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a text is made of, one by one as people see it: letters with their marks, whole emoji. */
export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The characters of a grapheme that a font must have: joiners and selectors are not drawn. */
export function drawnOf(grapheme: string): string[] {
  return Array.from(grapheme).filter((character) => !/\p{Default_Ignorable_Code_Point}/u.test(character));
}

/** Han characters look different in Japan, Korea and China: what stands beside them tells where they are from. */
function writingOf(text: string): keyof typeof HAN {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'japanese';
  return /\p{Script=Hangul}/u.test(text) ? 'korean' : 'chinese';
}

/** The fonts of statements. Families come in parts by script, of which only those that a text needs are read. */
export function createFonts(): Fonts {
  const families = new Map<string, Promise<Map<number, string[]>>>();
  const faces = new Map<string, Promise<Face>>();
  const found = new Map<string, Face | undefined>();
  const keyOf = (grapheme: string, text: string, weight: Weight) => `${weight} ${writingOf(text)} ${grapheme}`;

  async function find(grapheme: string, text: string, weight: Weight): Promise<Face | undefined> {
    const drawn = drawnOf(grapheme).map((character) => character.codePointAt(0) ?? 0);
    const [first] = drawn;
    if (first === undefined) return undefined;
    for (const family of [...ALPHABETS, ...HAN[writingOf(text)]]) {
      for (const part of (await once(families, family, () => partsOf(family))).get(first) ?? []) {
        const face = await once(faces, `${part} ${weight}`, () => openFace(family, part, weight));
        if (drawn.every((codePoint) => face.font.hasGlyphForCodePoint(codePoint))) return face;
      }
    }
    return undefined;
  }
  return {
    load: async (text, weight) => {
      for (const grapheme of graphemesOf(text)) {
        const key = keyOf(grapheme, text, weight);
        if (!found.has(key)) found.set(key, await find(grapheme, text, weight));
      }
    },
    faceOf: (grapheme, text, weight) => found.get(keyOf(grapheme, text, weight)),
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The parts of a family that may have each code point. */
async function partsOf(family: string): Promise<Map<number, string[]>> {
  const file = require.resolve(`@fontsource-variable/${family}/unicode.json`);
  const ranges = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  const parts = new Map<number, string[]>();
  for (const [subset, list] of Object.entries(ranges)) {
    const part = `${family}-${subset.replaceAll(/[[\]]/g, '')}`;
    for (const range of list.split(',')) {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      for (let code = first; code <= last; code += 1) parts.set(code, [...(parts.get(code) ?? []), part]);
    }
  }
  return parts;
}

/** A part of a variable font, fixed at a weight: what embeds fonts takes no variable ones. */
async function openFace(family: string, part: string, weight: Weight): Promise<Face> {
  const file = require.resolve(`@fontsource-variable/${family}/files/${part}-wght-normal.woff2`);
  const fixed = { keepAllGlyphs: true, targetFormat: 'truetype', variationAxes: { wght: weight } };
  const bytes = await subsetFont(await readFile(file), '', fixed);
  const name = `${part}-${weight}`;
  // all parts of a family have one name; a document tells its fonts apart by it
  const font = Object.defineProperty(fontkit.create(Buffer.from(bytes)) as Font, 'postscriptName', { value: name });
  return { name, font };
}
