import { Worker } from 'node:worker_threads';
import { FlorinError } from '@florin/errors';
import type { Statement } from '../../../app/accounts/get-statement.ts';

interface Answer {
  id: number;
  pdf?: Uint8Array;
  error?: string;
}
interface Waiting {
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
}

const MAX_WAITING = 8;
const IDLE_MS = 60_000;
/** what the fonts of a statement in all scripts take, and 10,000 lines */
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

let thread: Thread | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

/**
 * The statement on A4 pages, drawn by a thread that is started with the first and ends a minute after the last, with its
 * fonts. Throws UNAVAILABLE when 8 statements wait already.
 */
export async function statementPdf(statement: Statement): Promise<Buffer> {
  clearTimeout(idle);
  const { worker, waiting } = (thread ??= start());
  if (waiting.size >= MAX_WAITING) {
    throw new FlorinError('UNAVAILABLE', 'Many statements are being made; try again', { retryAfterSeconds: 5 });
  }
  const id = (lastId += 1);
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, statement });
    });
  } finally {
    waiting.delete(id);
    if (waiting.size === 0) idle = setTimeout(end, IDLE_MS).unref();
  }
}

function end(): void {
  void thread?.worker.terminate();
  thread = undefined;
}

function start(): Thread {
  const worker = new Worker(new URL('statement-worker.ts', import.meta.url), { resourceLimits: MEMORY });
  const waiting = new Map<number, Waiting>();
  const fail = (error: Error) => {
    if (thread?.worker === worker) thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
  };
  worker.on('message', ({ id, pdf, error }: Answer) => {
    if (pdf) waiting.get(id)?.resolve(Buffer.from(pdf));
    else waiting.get(id)?.reject(new Error(error));
  });
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error('the thread of statements has ended'));
  });
  // it keeps no process alive that is told to stop
  worker.unref();
  return { worker, waiting };
}
