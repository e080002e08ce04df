import type { Db } from '../ports.ts';

export interface CounterState {
  key: string;
  count: number;
  resetsAt: Date;
}

export interface CounterStore {
  /** Counts one hit on each key, in windows that start with their first hit. One statement, keys in order, so that no two callers deadlock. */
  hit(db: Db, windows: { key: string; seconds: number }[], now: Date): Promise<CounterState[]>;
  prune(db: Db, now: Date): Promise<void>;
}
