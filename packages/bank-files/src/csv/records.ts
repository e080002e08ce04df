import { setImmediate as turn } from 'node:timers/promises';
import { type CsvError, parse } from 'csv-parse';
import { linesOf } from '../text/lines.ts';
import type { Delimiter } from './mapping.ts';

/** A record longer than this is a quote that was never closed. */
const MAX_RECORD = 32 * 1024;
const MAX_FAULTS = 20;
/** What is parsed at a time: a file of nothing but line breaks has as many records as bytes, and others wait meanwhile. */
const PIECE = 4 * 1024;
/** blank ones counted; no bank writes more */
const MAX_RECORDS = 2_000_000;

export interface CsvRecord {
  kind: 'record';
  /** from 1, blank lines counted */
  number: number;
  /** of its beginning, from 1 */
  line: number;
  cells: string[];
  raw: string;
}

interface CsvFault {
  kind: 'fault';
  line: number;
  message: string;
}

/**
 * The records of a CSV file with their lines. A quote that is never closed costs its own line only: reading begins anew
 * behind it.
 */
export async function* recordsOf(
  open: () => AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncIterable<CsvRecord | CsvFault> {
  let skip = 0;
  let number = 0;
  for (let faults = 0; ; faults += 1) {
    const found: Parsed[] = [];
    const parser = createParser(delimiter, found);
    let line = skip;
    const take = function* (): Iterable<CsvRecord> {
      for (const { record, raw } of found.splice(0)) {
        number += 1;
        yield { kind: 'record', number, line: line + 1, cells: record.map(cellText), raw };
        line += breaksOf(raw);
      }
    };
    let fault: CsvError | undefined;
    for await (const text of piecesOf(skip === 0 ? open() : behind(open(), skip))) {
      fault = await parser.write(text);
      yield* take();
      if (fault) break;
      if (number >= MAX_RECORDS) {
        yield { kind: 'fault', line: line + 1, message: `Lines after the ${MAX_RECORDS}th are not read` };
        return;
      }
    }
    fault ??= await parser.end();
    yield* take();
    if (!fault) return;
    yield { kind: 'fault', line: line + 1, message: messageOf(fault) };
    if (faults >= MAX_FAULTS) return;
    skip = line + 1;
  }
}

async function* piecesOf(text: AsyncIterable<string>): AsyncIterable<string> {
  for await (const chunk of text) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      if (at > 0) await turn();
      yield chunk.slice(at, at + PIECE);
    }
  }
}

interface Parsed {
  record: string[];
  raw: string;
}

/** The parser hands records over as it finds them: its own stream would lose those before an error. */
function createParser(delimiter: Delimiter, found: Parsed[]) {
  const parser = parse({
    delimiter,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD,
    on_record: (parsed: unknown) => {
      found.push(parsed as Parsed);
      return null;
    },
  });
  parser.resume();
  const failed = new Promise<CsvError>((resolve) => parser.once('error', (error) => resolve(error as CsvError)));
  const done = (begin: (called: () => void) => void) =>
    Promise.race([failed, new Promise<undefined>((resolve) => begin(() => resolve(undefined)))]);
  return {
    write: (text: string) =>
      done((called) => {
        withoutStacks(() =>
          parser.write(text, (error) => {
            if (!error) called();
          }),
        );
      }),
    end: () => done((called) => parser.once('end', called).end()),
  };
}

/** The parser makes an error, which it drops, of each record with another number of cells: 45 us of stack for each. */
function withoutStacks(work: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** A record's raw text ends with the line break that ended it. */
const breaksOf = (raw: string) => raw.match(/\r\n|\n|\r/g)?.length ?? 0;

/** `="0123"` keeps a spreadsheet from reading a text as a number, an apostrophe from reading it as a formula. */
const cellText = (text: string) => (/^\s*="(.*)"\s*$/s.exec(text)?.[1] ?? text).trim().replace(/^'(?=[=+\-@])/, '');

const messageOf = ({ code }: CsvError) =>
  code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
    ? 'A quote is opened and never closed'
    : 'The line can not be read as CSV';

async function* behind(text: AsyncIterable<string>, lines: number): AsyncIterable<string> {
  for await (const line of linesOf(text)) if (line.number > lines) yield `${line.text}\n`;
}

/** Where the n-th cell of a record begins: line and column, both from 1. */
export function placeOf({ raw, line }: Pick<CsvRecord, 'raw' | 'line'>, cell: number, delimiter: Delimiter) {
  let at = 0;
  let quoted = false;
  for (let left = cell; at < raw.length && left > 0; at += 1) {
    if (raw[at] === '"') quoted = !quoted;
    else if (raw[at] === delimiter && !quoted) left -= 1;
  }
  const before = raw.slice(0, at).split(/\r\n|\n|\r/);
  return { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
