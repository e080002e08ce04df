import { currentContext } from '../context.ts';

type Send = (statement: string, done: () => void) => unknown;

/** Steps, so that the requests that share a connection seldom ask for another limit than the one before. */
const STEPS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];

const BEGIN = /^\s*(begin|start transaction)\b/i;
const END = /^\s*(commit|end|rollback(?!\s+to))\b/i;

/**
 * For one connection: returns what to call with each statement before it is sent. It tells the server to end statements once
 * nobody waits for them any more: at the deadline of the request that they are made for, at most at twice the time that is left. What is
 * made for no request has `maximumMs`. The server is told only when the limit changes, in the packet of the statement itself,
 * and never within a transaction, whose rollback would take it back.
 */
export function createTimeLimit(send: Send, maximumMs: number): (text: string) => void {
  let told = maximumMs;
  let inTransaction = false;
  return (text) => {
    if (!inTransaction) {
      const limit = limitOf(maximumMs);
      if (limit !== told) send(`set statement_timeout = ${limit}`, () => undefined);
      told = limit;
    }
    if (BEGIN.test(text)) inTransaction = true;
    else if (END.test(text)) inTransaction = false;
  };
}

function limitOf(maximumMs: number): number {
  const deadline = currentContext()?.deadline ?? Number.POSITIVE_INFINITY;
  const left = deadline - Date.now();
  return Math.min(maximumMs, STEPS_MS.find((step) => step >= left) ?? maximumMs);
}
