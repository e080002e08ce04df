import { readFileSync, readdirSync } from 'node:fs';

const TICKS_A_SECOND = 100; // of /proc/<pid>/stat, on every Linux

/** Microseconds of processor that a process has used so far; 0 for one that has ended. */
export function cpuMicrosOf(pid: number): number {
  const [user, system] = fieldsOf(`/proc/${pid}/stat`);
  return ((user + system) / TICKS_A_SECOND) * 1e6;
}

/** Reads the same of all connections to a database of this machine, told by its name; of those that ended, as last seen. */
export function databaseCpu(name: string): () => number {
  const seen = new Map<number, number>();
  return () => {
    const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
    const serving = pids.filter((pid) => contentOf(`/proc/${pid}/cmdline`).match(`^postgres: .*${name}`));
    for (const pid of serving.map(Number)) seen.set(pid, cpuMicrosOf(pid));
    return [...seen.values()].reduce((sum, micros) => sum + micros, 0);
  };
}

function fieldsOf(path: string): [user: number, system: number] {
  // the name before may hold blanks
  const [user, system] = contentOf(path).split(') ')[1]?.split(' ').slice(11, 13) ?? [];
  return [Number(user ?? 0), Number(system ?? 0)];
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Resident memory of a process in MB. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(contentOf(`/proc/${pid}/status`))?.[1];
  return Number(kb) / 1024;
}
