import { waitFor } from '@florin/testing';
import { createJob, createJobs, type Job } from './jobs.ts';

function createLog() {
  const lines: { level: string; details: object; message: string }[] = [];
  const at = (level: string) => (details: object, message: string) => void lines.push({ level, details, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn') };
}

const HOUR_MS = 3_600_000;

async function running<T>(job: Job, look: (started: ReturnType<typeof createJob>) => Promise<T>): Promise<T> {
  const started = createJob(job, createLog());
  started.start();
  try {
    return await look(started);
  } finally {
    await started.stop();
  }
}

describe('createJob', () => {
  test('runs again after everyMs, and not before', async () => {
    const at: number[] = [performance.now()];
    const run = () => Promise.resolve(void at.push(performance.now()));
    await running({ name: 'tick', everyMs: 50, run }, () => waitFor(() => at.length > 3));
    const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0));
    expect(Math.min(...waits)).toBeGreaterThan(40);
  });

  test('a run that did as much as it may is followed by another at once', async () => {
    const given: number[] = [];
    const left = [5, 5, 2];
    const run = (maximum: number) => {
      given.push(maximum);
      return Promise.resolve(left.shift() ?? 0);
    };
    await running({ name: 'batch', everyMs: HOUR_MS, atOnce: true, maximum: 5, run }, () =>
      waitFor(() => given.length === 3),
    );
    expect(given).toEqual([5, 5, 5]);
  });

  test('a nudge starts a waiting run, and one during a run is not lost', async () => {
    let runs = 0;
    await running({ name: 'nudged', everyMs: HOUR_MS, run: () => Promise.resolve(void (runs += 1)) }, async (job) => {
      job.nudge();
      await waitFor(() => runs === 1);
    });
    let release = (): void => undefined;
    let slow = 0;
    const run = async () => {
      slow += 1;
      if (slow === 1) await new Promise<void>((resolve) => (release = resolve));
    };
    await running({ name: 'slow', everyMs: HOUR_MS, atOnce: true, run }, async (job) => {
      await waitFor(() => slow === 1);
      job.nudge();
      release();
      await waitFor(() => slow === 2);
    });
  });

  test('runs do not overlap, unless the job says how many may run side by side', async () => {
    for (const parallel of [1, 3]) {
      let now = 0;
      let highest = 0;
      let runs = 0;
      const run = async () => {
        now += 1;
        runs += 1;
        highest = Math.max(highest, now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
        return runs < 20;
      };
      await running({ name: 'parallel', everyMs: HOUR_MS, atOnce: true, parallel, run }, () =>
        waitFor(() => runs >= 20),
      );
      expect(highest).toBe(parallel);
    }
  });

  test('a failed run is logged and tried again after growing waits, and a nudge does not cut them short', async () => {
    const log = createLog();
    const at: number[] = [];
    const run = () => {
      at.push(performance.now());
      return at.length < 4 ? Promise.reject(new Error('away')) : Promise.resolve();
    };
    const retry = { firstMs: 40, maximumMs: 1_000, jitter: 0 };
    const job = createJob({ name: 'shaky', everyMs: HOUR_MS, atOnce: true, retry, run }, log);
    job.start();
    await waitFor(() => {
      job.nudge();
      return at.length === 4;
    });
    await waitFor(() => log.lines.some(({ level }) => level === 'info'));
    await job.stop();
    const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0));
    expect(waits[1]).toBeGreaterThan(70);
    expect(waits[2]).toBeGreaterThan(150);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'warn', 'info']);
  });

  test('stop aborts the signal and waits for the run under way; a stopped job can be started again', async () => {
    let ended = 0;
    const run = async (_maximum: number, signal: AbortSignal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      ended += 1;
      return true;
    };
    const job = createJob({ name: 'long', everyMs: 1, atOnce: true, run }, createLog());
    job.start();
    await new Promise((resolve) => setImmediate(resolve));
    await job.stop();
    expect(ended).toBe(1);
    job.start();
    await new Promise((resolve) => setImmediate(resolve));
    await job.stop();
    expect(ended).toBe(2);
  });
});

test('jobs of a table run independently of each other', async () => {
  const ran = new Set<string>();
  const job = (name: string, work: () => Promise<void>): Job => ({ name, everyMs: 5, run: () => work() });
  let release = (): void => undefined;
  const stuck = new Promise<void>((resolve) => (release = resolve));
  const jobs = createJobs(
    [
      job('stuck', () => stuck),
      job('quick', () => Promise.resolve(void ran.add('quick'))),
      job('failing', () => {
        ran.add('failing');
        return Promise.reject(new Error('no'));
      }),
    ],
    createLog(),
  );
  jobs.start();
  await waitFor(() => ran.size === 2);
  release();
  await jobs.stop();
});
