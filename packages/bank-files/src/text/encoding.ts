import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { columnsOfHeader } from '../csv/mapping.ts';

/**
 * Encodings of several bytes that are told apart; others that iconv-lite knows can be asked for. `needs`: kana, or the share
 * of runs of bytes above ASCII that are longer than one.
 */
const CANDIDATES: Record<string, { iconv: string; common: RegExp; needs: 'kana' | number }> = {
  Shift_JIS: { iconv: 'shift_jis', common: /[\u3040-\u30ff\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e]/u, needs: 'kana' },
  'EUC-JP': { iconv: 'euc-jp', common: /[\u3040-\u30ff\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e]/u, needs: 0.7 },
  'EUC-KR': { iconv: 'euc-kr', common: /[\uac00-\ud7a3\u3000-\u301f]/u, needs: 0.7 },
  GB18030: { iconv: 'gb18030', common: /[\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e¥]/u, needs: 0.7 },
  Big5: { iconv: 'big5', common: /[\u4e00-\u9fff\u3000-\u301f\uff01-\uff5e]/u, needs: 0.35 },
};
const MIN_COMMON_SHARE = 0.97;
const SAMPLE_BYTES = 64 * 1024;

/** Canonical name of an encoding that can be read, or undefined. */
export function knownEncoding(name: string): string | undefined {
  return /^[\w.:-]{1,40}$/.test(name) && iconv.encodingExists(name) ? name : undefined;
}

/** Collects what is needed to tell the encoding of a file, reading all of it once in flat memory. */
export function createEncodingSurvey() {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let ascii = true;
  let head = Buffer.alloc(0);
  const sample: Buffer[] = [];
  let sampled = 0;
  return {
    add(chunk: Uint8Array): void {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (head.length < 4096) head = Buffer.concat([head, bytes.subarray(0, 4096 - head.length)]);
      if (isUtf8) {
        try {
          utf8.decode(bytes, { stream: true });
        } catch {
          isUtf8 = false;
        }
      }
      if (sampled >= SAMPLE_BYTES) return;
      for (const line of linesWithHighBytes(bytes)) {
        ascii = false;
        sample.push(line);
        sampled += line.length;
        if (sampled >= SAMPLE_BYTES) break;
      }
    },
    /** the encoding, and the beginning of the file in it */
    finish(): { encoding: string; head: Buffer } {
      return { encoding: encodingOf(head, { isUtf8, ascii, sample: Buffer.concat(sample) }), head };
    },
  };
}

function* linesWithHighBytes(bytes: Buffer): Iterable<Buffer> {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    if (line.some((byte) => byte > 127)) yield Buffer.from(line.subarray(0, 4096));
    if (end < 0) return;
    start = end + 1;
  }
}

function encodingOf(head: Buffer, seen: { isUtf8: boolean; ascii: boolean; sample: Buffer }): string {
  if (head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'UTF-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'UTF-16LE';
  if (head[0] === 0xfe && head[1] === 0xff) return 'UTF-16BE';
  const wide = wideOf(head);
  if (wide) return wide;
  if (seen.isUtf8 || seen.ascii) return 'UTF-8';
  return namedColumns(seen.sample) ?? multibyteOf(seen.sample) ?? singleByteOf(seen.sample);
}

/** UTF-16 without a mark: digits, commas and line ends have a zero on the same side of each. */
function wideOf(head: Buffer): string | undefined {
  const pairs = Math.floor(head.length / 2);
  let little = 0;
  let big = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    const [first = 0, second = 0] = [head[index], head[index + 1]];
    if (second === 0 && first > 0 && first < 128) little += 1;
    if (first === 0 && second > 0 && second < 128) big += 1;
  }
  if (pairs === 0 || Math.max(little, big) < pairs * 0.3) return undefined;
  return little > big ? 'UTF-16LE' : 'UTF-16BE';
}

const BY_NAMES = ['windows-1252', 'windows-1250', 'windows-1251', 'KOI8-R', ...Object.keys(CANDIDATES)];
const MAX_HEADER_LINES = 60;

/** The encoding in which most columns have names that are known, none of them ASCII alone; undefined for the West's own. */
function namedColumns(sample: Buffer): string | undefined {
  const counts = BY_NAMES.map((name) => {
    const lines = iconv.decode(sample, name).split(/[\r\n]+/, MAX_HEADER_LINES);
    return Math.max(...lines.map((line) => namesIn(line)));
  });
  const most = Math.max(...counts);
  return most > (counts[0] ?? 0) ? BY_NAMES[counts.indexOf(most)] : undefined;
}

function namesIn(line: string): number {
  const cells = line.split(/[,;\t|]/).filter((cell) => /[\u0080-\u{10ffff}]/u.test(cell));
  return cells.length > 50 ? 0 : Object.keys(columnsOfHeader(cells)).length;
}

function multibyteOf(sample: Buffer): string | undefined {
  const runs = shareOfRuns(sample);
  const fitting = Object.entries(CANDIDATES).flatMap(([name, { iconv: charset, common, needs }]) => {
    if (needs !== 'kana' && runs < needs) return [];
    const characters = iconv.decode(sample, charset).match(/[\u0080-\u{10ffff}]/gu) ?? [];
    const share = characters.filter((character) => common.test(character)).length / Math.max(1, characters.length);
    const kana = characters.some((each) => /[\u3040-\u30ff]/u.test(each));
    return share >= MIN_COMMON_SHARE && (kana || needs !== 'kana') ? [{ name, kana }] : [];
  });
  const japanese = fitting.find(({ name, kana }) => kana && (name === 'EUC-JP' || name === 'Shift_JIS'));
  if (japanese) return japanese.name;
  const ranked = analyse(sample).map(({ name }) => name.toLowerCase());
  const rank = (name: string) => {
    const place = ranked.indexOf(name.toLowerCase());
    return place < 0 ? ranked.length : place;
  };
  return fitting.sort((one, other) => rank(one.name) - rank(other.name))[0]?.name;
}

/** Share of the runs of bytes above ASCII that are longer than one: letters with accents stand alone among others. */
function shareOfRuns(sample: Buffer): number {
  let runs = 0;
  let long = 0;
  let length = 0;
  for (const byte of sample) {
    length = byte > 127 ? length + 1 : 0;
    if (length === 1) runs += 1;
    if (length === 2) long += 1;
  }
  return runs === 0 ? 0 : long / runs;
}

const SINGLE: Record<string, RegExp> = {
  'windows-1251': /[а-яё]{3}/iu,
  'KOI8-R': /[а-яё]{3}/iu,
  'ISO-8859-2': /[ąćęłńóśźżčďěňřšťůžáéíúýőű]/iu,
};

/** cp1252, which holds latin-1, unless a detector is sure of an alphabet that is none of the West. */
function singleByteOf(sample: Buffer): string {
  const best = analyse(sample)[0];
  const other = best && SINGLE[best.name];
  if (other && best.confidence >= 50 && other.test(iconv.decode(sample, best.name))) return best.name;
  return sample.some((byte) => byte >= 0x80 && byte < 0xa0) ? 'windows-1252' : 'ISO-8859-1';
}

/** The text of a file, piece by piece and without its byte order mark. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<string> {
  // never `euc-jp` before its BOM is gone: iconv-lite strips those of UTF-8 and UTF-16
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of bytes) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
