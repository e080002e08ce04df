import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { multistream, destination, type DestinationStream } from 'pino';

const MAX_LOG_BYTES = 20 * 1024 * 1024;

/** Everything goes to `florin.log` in the data directory; warnings and worse also show in the terminal, a line each. */
export function openLog(dataDir: string, terminal: NodeJS.WritableStream): { stream: DestinationStream; file: string } {
  const file = join(dataDir, 'florin.log');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  rotate(file);
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      terminal.write(toLine(chunk.toString()));
      done();
    },
  });
  const stream = multistream([
    { level: 'info', stream: destination({ dest: file, sync: false, mode: 0o600 }) },
    { level: 'warn', stream: lines },
  ]);
  return { stream, file };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
}

function toLine(json: string): string {
  const { level, service, msg, err } = JSON.parse(json) as {
    level: number;
    service?: string;
    msg?: string;
    err?: { message?: string };
  };
  const cause = err?.message ? `: ${err.message}` : '';
  return `  ${level >= 50 ? 'error' : 'warning'} ${service ?? ''}: ${msg ?? ''}${cause}\n`;
}
