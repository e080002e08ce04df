import { parentPort } from 'node:worker_threads';
import type { Statement } from '../../../app/accounts/get-statement.ts';
import { drawStatement } from './statement-pages.ts';

/** The thread that draws statements, one after the other: a long one must not keep payments waiting. */
let previous: Promise<unknown> = Promise.resolve();
parentPort?.on('message', ({ id, statement }: { id: number; statement: Statement }) => {
  previous = previous.then(async () => {
    try {
      const pdf = await drawStatement(statement);
      parentPort?.postMessage({ id, pdf });
    } catch (error) {
      parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
});
