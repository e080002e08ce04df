import type { Profile, Profiler } from '../measure/profile.ts';
import { sharesOf } from '../measure/profile.ts';
import { partOf } from '../measure/parts.ts';
import { spreadOf, type Spread } from '../measure/statistics.ts';

/** What one turn did. */
export interface Done {
  posted: number;
  perSecond: number;
}

export interface Compared {
  perSecond: Spread;
  /** to pgbench in the turn before */
  ratio: Spread;
  /** microseconds of processor a transfer, by process */
  micros: Map<string, Spread>;
  /** of the profiled process, by part of its work */
  parts: Map<string, number>;
}

export interface Turns {
  count: number;
  seconds: number;
  /** transactions a second of the yardstick */
  yardstick: (seconds: number) => Promise<number>;
}

export interface Side {
  run: (seconds: number) => Promise<Done>;
  /** reads what each process has used of the processor so far, in microseconds */
  cpu: Record<string, () => number>;
  /** takes profiles of the process of that name in `cpu` */
  profiler: { of: string; profiler: Profiler };
}

/**
 * Lets the yardstick and ours take short turns, so that what else the machine does falls on both. A first turn warms up and is
 * not counted. A last one runs under the profiler, which says what parts the processor time of the others has.
 */
export async function inTurns({ count, seconds, yardstick }: Turns, side: Side): Promise<Compared> {
  await side.run(seconds);
  const rates: number[] = [];
  const ratios: number[] = [];
  const used = new Map<string, number[]>();
  for (let turn = 0; turn < count; turn += 1) {
    const theirs = await yardstick(seconds);
    const before = readAll(side.cpu);
    const { posted, perSecond } = await side.run(seconds);
    for (const [name, micros] of readAll(side.cpu)) {
      used.set(name, [...(used.get(name) ?? []), (micros - (before.get(name) ?? 0)) / posted]);
    }
    rates.push(perSecond);
    ratios.push(perSecond / theirs);
  }
  const micros = new Map([...used].map(([name, values]) => [name, spreadOf(values)]));
  const { of, profiler } = side.profiler;
  const profile = await profiled(profiler, () => side.run(seconds));
  const whole = micros.get(of)?.median ?? Number.NaN;
  const parts = new Map([...sharesOf(profile, partOf)].map(([part, share]) => [part, share * whole]));
  return { perSecond: spreadOf(rates), ratio: spreadOf(ratios), micros, parts };
}

const readAll = (cpu: Side['cpu']): Map<string, number> =>
  new Map(Object.entries(cpu).map(([name, read]) => [name, read()]));

async function profiled(profiler: Profiler, work: () => Promise<unknown>): Promise<Profile> {
  await profiler.start();
  await work();
  return profiler.stop();
}
