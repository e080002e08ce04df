import { Session } from 'node:inspector/promises';

/** A call tree with the microseconds spent in each of its places, as V8's profiler gives it. */
export interface Profile {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
}

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string };
  children?: number[];
}

/** Takes profiles of one process. */
export interface Profiler {
  start(): Promise<void>;
  stop(): Promise<Profile>;
  close(): void;
}

type Ask = (method: string, params?: object) => Promise<unknown>;

const EVERY_MICROS = 500;
const LIMIT_MS = 30_000;

/** Connects to a process that was started with `--inspect=127.0.0.1:<port>`. While no profile is taken, that costs it nothing. */
export async function connectProfiler(port: number): Promise<Profiler> {
  const socket = new WebSocket(await addressOf(port));
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id === undefined) return;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => {
      reject(new Error(`the inspector on port ${port} does not answer`));
    });
  });
  const ask: Ask = (method, params = {}) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`the inspector did not answer ${method}`));
      }, LIMIT_MS);
      waiting.set((last += 1), (result) => {
        clearTimeout(late);
        resolve(result);
      });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const close = () => {
    socket.close();
  };
  return createProfiler(ask, close);
}

/** Takes profiles of this process. */
export function ownProfiler(): Promise<Profiler> {
  const session = new Session();
  session.connect();
  const ask: Ask = (method, params) => session.post(method, params);
  const close = () => {
    session.disconnect();
  };
  return createProfiler(ask, close);
}

async function createProfiler(ask: Ask, close: () => void): Promise<Profiler> {
  await ask('Profiler.enable');
  await ask('Profiler.setSamplingInterval', { interval: EVERY_MICROS });
  return {
    start: async () => {
      await ask('Profiler.start');
    },
    stop: async () => ((await ask('Profiler.stop')) as { profile: Profile }).profile,
    close,
  };
}

async function addressOf(port: number): Promise<string> {
  const reply = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await reply.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error(`nothing to inspect on port ${port}`);
  return target.webSocketDebuggerUrl;
}

/** Names the part that a place of the code belongs to; undefined for one that works for whoever called it. */
export type PartOf = (callFrame: ProfileNode['callFrame']) => string | undefined;

/** The share of the busy time by part, largest first. A place without a part of its own counts for that of its caller. */
export function sharesOf({ nodes, samples, timeDeltas }: Profile, partOf: PartOf): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const partById = new Map<number, string>();
  const walk = (node: ProfileNode, inherited: string): void => {
    const part = partOf(node.callFrame) ?? inherited;
    partById.set(node.id, part);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) walk(child, part);
    }
  };
  const [root] = nodes;
  if (root) walk(root, OTHER);
  const sums = new Map<string, number>();
  samples.forEach((id, index) => {
    const part = partById.get(id) ?? OTHER;
    sums.set(part, (sums.get(part) ?? 0) + (timeDeltas[index] ?? 0));
  });
  sums.delete(IDLE);
  const busy = [...sums.values()].reduce((sum, micros) => sum + micros, 0);
  return new Map([...sums].sort(([, a], [, b]) => b - a).map(([part, micros]) => [part, micros / busy]));
}

const OTHER = 'node';
export const IDLE = 'idle';
