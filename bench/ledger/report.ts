import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Spread } from '../measure/statistics.ts';
import type { Compared } from './turns.ts';

interface Row {
  measure: string;
  value: string;
  ratio: string;
  goal: string;
  met: boolean | null;
}

const PROCESSES = 'Microseconds of processor a transfer';
const PARTS = "Microseconds of the ledger's processor a transfer, by part";

export const spread = ({ median, least, most }: Spread, digits = 0): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;

/** Collects what was measured, prints it line by line, and writes bench/ledger.md. */
export function createReport() {
  const rows: Row[] = [];
  const compared = new Map<string, Compared>();
  const record = (measure: string, value: string, ratio = '', goal = '', met: boolean | null = null): void => {
    rows.push({ measure, value, ratio, goal, met });
    const mark = met === false ? 'MISSED' : met ? 'met   ' : '      ';
    console.log(`${mark} ${measure.padEnd(52)} ${value.padStart(32)} ${ratio.padStart(24)} ${goal}`);
  };
  return {
    record,
    /** What came of turns with pgbench, and whether the median ratio reaches the goal. */
    compare: (measure: string, result: Compared, goal: number): void => {
      compared.set(measure, result);
      const met = result.ratio.median >= goal;
      record(measure, `${spread(result.perSecond)}/s`, `${spread(result.ratio, 2)}x`, `at least ${goal}x`, met);
      const micros = [...result.micros].map(([name, one]) => `${name} ${spread(one)}`);
      console.log(`       CPU us a transfer: ${micros.join('; ')}`);
      const parts = [...result.parts].map(([name, one]) => `${name} ${one.toFixed(1)}`);
      console.log(`       of which in the ledger: ${parts.join(', ')}`);
    },
    allMet: () => rows.every((row) => row.met !== false),
    write: (turns: { count: number; seconds: number }) => {
      write([headOf(turns), tableOf(rows), processTable(compared), partTable(compared)].join('\n'));
    },
  };
}

function headOf({ count, seconds }: { count: number; seconds: number }): string {
  return `# Ledger benchmark

${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}, load on the same cores, \`npm run bench:ledger\`. pgbench's TPC-B-like
(prepared, 8 clients) and ours took ${count} turns of ${seconds} s each: the median, and in brackets the least and the most. Transfers
count when they are committed; the books were checked after each part. Events went over
${process.env['AMQP_URL'] ? 'RabbitMQ' : 'the built-in bus'}, with nobody subscribed.
`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ measure, value, ratio, goal, met }) =>
    row([measure, value, ratio, goal, met === null ? '' : met ? 'met' : 'missed']),
  );
  return [row(['measure', 'value', 'to pgbench', 'goal', '']), row(Array(5).fill('---')), ...lines, ''].join('\n');
}

function processTable(compared: ReadonlyMap<string, Compared>): string {
  const names = [...new Set([...compared.values()].flatMap(({ micros }) => [...micros.keys()]))];
  const lines = [...compared].map(([measure, { micros }]) =>
    row([measure, ...names.map((name) => (micros.has(name) ? spread(micros.get(name) as Spread) : ''))]),
  );
  return [`## ${PROCESSES}\n`, row(['measure', ...names]), row(Array(names.length + 1).fill('---')), ...lines, ''].join(
    '\n',
  );
}

function partTable(compared: ReadonlyMap<string, Compared>): string {
  const sums = new Map<string, number>();
  for (const { parts } of compared.values()) {
    for (const [part, micros] of parts) sums.set(part, (sums.get(part) ?? 0) + micros);
  }
  const names = [...sums].sort(([, a], [, b]) => b - a).map(([part]) => part);
  const lines = [...compared].map(([measure, { parts }]) =>
    row([measure, ...names.map((part) => (parts.get(part) ?? 0).toFixed(1))]),
  );
  return [`## ${PARTS}\n`, row(['measure', ...names]), row(Array(names.length + 1).fill('---')), ...lines, ''].join(
    '\n',
  );
}

/** Comparisons of two commits and other notes stand below what is measured, and stay. */
function write(measured: string): void {
  const file = new URL('../ledger.md', import.meta.url);
  const [, ...sections] = readFileSync(file, 'utf8').split('\n## ');
  const kept = sections.filter((one) => !one.startsWith(PROCESSES) && !one.startsWith(PARTS));
  writeFileSync(file, measured + kept.map((one) => `\n## ${one}`).join(''));
}
