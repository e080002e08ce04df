import { invalidField } from '@florin/errors';

/**
 * The one rule for names and notes, whichever way they come in: what hides, reorders or breaks lines is refused, for
 * such text is shown to other people. What living scripts and emoji need is taken: joiners in Persian and Indic words,
 * marks beside Hebrew and Arabic letters, variants of Han characters, families and flags made of several characters.
 */

const EMOJI = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|[\\ufe0e\\ufe0f])?\\u20e3?';
const NEEDED = new RegExp(
  [
    // emoji of several characters: families, flags of regions, keycaps
    `\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}`,
    `${EMOJI}(?:\\u200d(?:${EMOJI}|[\\u2640\\u2642]))*`,
    '[0-9#*]\\ufe0f?\\u20e3',
    // joiners, between letters of the scripts that write with them
    '(?<=[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\u0300-\\u036f])[\\u200c\\u200d](?=[\\p{L}\\p{M}])',
    // possible breaks between words of scripts written without spaces
    '(?<=[\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Thai}\\p{Script=Myanmar}\\p{Script=Tibetan}])\\u200b(?=[\\p{L}\\p{M}])',
    // direction marks beside letters that run from right to left
    '(?<=[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}]\\P{L}?)[\\u061c\\u200e\\u200f]|[\\u061c\\u200e\\u200f](?=\\P{L}?[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}])',
    // variants of one character
    '(?<=\\p{Script=Han})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    '(?<=[\\p{Script=Myanmar}])\\ufe00',
    '(?<=\\p{Script=Mongolian})[\\u180b-\\u180f]',
    // arrows and signs that may be shown as emoji
    '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]',
  ].join('|'),
  'gu',
);

/** controls, invisible characters, and letters that are drawn as nothing */
const HIDDEN =
  /\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115f\u1160\u2800\u3164\uffa0\ufffc\u{e0000}-\u{e0fff}]/u;
/** marks piled up on one letter run into the lines above and below; Tibetan and Hebrew need up to six */
const PILED = /\p{M}{9,}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Signs that are of format class but are printed, such as the Arabic sign before a number. */
const PRINTED = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/gu;

export interface TextRule {
  /** characters (UTF-16 units) after trimming */
  min: number;
  max: number;
  /** true: may have several lines and tabs, for long notes of one's own; default one line */
  lines?: boolean;
}

/** What is wrong with a text that people will read, or undefined. Length is not looked at. */
export function textFault(text: string, { lines = false }: Pick<TextRule, 'lines'> = {}): string | undefined {
  if (/^[ -~]*$/.test(text)) return undefined;
  if (!text.isWellFormed()) return 'must be well-formed Unicode';
  const shown = (lines ? text.replace(/\r\n|[\n\t]/g, ' ') : text).replace(NEEDED, 'x').replace(PRINTED, 'x');
  if (!lines && /[\n\r\u0085\u2028\u2029]/.test(text)) return 'must be one line';
  if (HIDDEN.test(shown)) return 'must not contain invisible, control or direction characters';
  if (PILED.test(text)) return 'must not pile up more than 8 marks on a letter';
  return text !== '' && !VISIBLE.test(shown) ? 'must contain something visible' : undefined;
}

/** Reads text outside of a schema, e.g. of a gRPC message: trimmed. Throws INVALID_ARGUMENT naming the field. */
export function readText(text: string, field: string, { min, max, lines = false }: TextRule): string {
  const trimmed = text.trim();
  if (trimmed.length < min)
    throw invalidField(field, min === 1 ? 'is required' : `must have at least ${min} characters`);
  if (trimmed.length > max) throw invalidField(field, `must have at most ${max} characters`);
  const fault = textFault(trimmed, { lines });
  if (fault !== undefined) throw invalidField(field, fault);
  return trimmed;
}
