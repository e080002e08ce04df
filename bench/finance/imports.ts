import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '@florin/service-kit';
import type { World } from './world.ts';

interface ImportState {
  id: string;
  status: string;
  progress: number;
  counts: { new: number };
  error: unknown;
}

export interface ImportFigures {
  readPerSecond: number;
  postedPerSecond: number;
  undonePerSecond: number;
  /** the longest time between two changes of progress, while it is posted */
  silentMs: number;
  /** the most that finance and the ledger had above what they had before, together */
  grownMegabytes: number;
}

const EVERY_MS = 50;
const MB = 1024 * 1024;

/** A CSV file of so many lines read, posted to a wallet of its own, and undone. */
export async function importFile(world: World, lines: number): Promise<ImportFigures> {
  const person = world.as(newId());
  const wallet = { name: 'Bank', type: 'bank', currency: 'USD', creditLimit: null };
  const { id: walletId } = (await person.post('/v1/wallets', wallet)) as { id: string };
  // what a process needs for its first file is no growth
  await finished(person, await upload(person, walletId, fileOf(200, 'Warm')));
  const watch = watchMemory(world.pids);
  const began = performance.now();
  const read = await finished(person, await upload(person, walletId, fileOf(lines, 'Card payment')));
  const readMs = performance.now() - began;
  const posted = await work(person, `/v1/imports/${read.id}/commit`);
  const undone = await work(person, `/v1/imports/${read.id}/undo`);
  return {
    readPerSecond: lines / (readMs / 1_000),
    postedPerSecond: lines / (posted.ms / 1_000),
    undonePerSecond: lines / (undone.ms / 1_000),
    silentMs: posted.silentMs,
    grownMegabytes: watch.stop(),
  };
}

type Caller = ReturnType<World['as']>;

async function upload(person: Caller, walletId: string, content: string): Promise<ImportState> {
  return (await person.upload(`/v1/imports?walletId=${walletId}`, content)) as ImportState;
}

async function finished(person: Caller, { id }: ImportState): Promise<ImportState> {
  for (;;) {
    const state = (await person.get(`/v1/imports/${id}`)) as ImportState;
    if (!state.status.endsWith('ing')) {
      if (state.error) throw new Error(JSON.stringify(state.error));
      return state;
    }
    await wait(EVERY_MS);
  }
}

async function work(person: Caller, path: string): Promise<{ ms: number; silentMs: number }> {
  const began = performance.now();
  let [last, changed, silentMs] = [-1, began, 0];
  let state = (await person.post(path, {})) as ImportState;
  while (state.status.endsWith('ing')) {
    await wait(EVERY_MS);
    state = (await person.get(`/v1/imports/${state.id}`)) as ImportState;
    if (state.progress === last) continue;
    silentMs = Math.max(silentMs, performance.now() - changed);
    [last, changed] = [state.progress, performance.now()];
  }
  if (state.error) throw new Error(JSON.stringify(state.error));
  return { ms: performance.now() - began, silentMs };
}

const residentOf = (pid: number) => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
};

/** Looks ten times a second at what processes have in memory. */
function watchMemory(pids: readonly number[]) {
  const now = () => pids.reduce((sum, pid) => sum + residentOf(pid), 0);
  const before = now();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, now());
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return (most - before) / MB;
    },
  };
}

/** As a bank's file has them: three months, a tenth of it money that comes in. */
function fileOf(lines: number, text: string): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    const day = new Date(Date.now() - (index % 90) * 86_400_000).toISOString().slice(0, 10);
    const amount = `${index % 10 === 0 ? '' : '-'}${1 + (index % 400)}.${String(10 + (index % 90))}`;
    return `${day},${text} ${index} at the grocer,${amount},Category ${index % 20}`;
  });
  return `Date,Description,Amount,Category\n${rows.join('\n')}\n`;
}
