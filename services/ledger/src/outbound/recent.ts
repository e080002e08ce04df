/** Remembers values for a while. */
export interface Recent<T> {
  /** undefined when it was not set within the time */
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * A memory of what was set within the last `freshMs`, of `maximum` keys at most. Two maps take turns: a value costs one entry
 * instead of a timer and two links, and is kept for half of the time at least, unless more keys than that come in it.
 */
export function createRecent<T>(
  { freshMs, maximum }: { freshMs: number; maximum: number },
  now: () => number = () => performance.now(),
): Recent<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  let [since, oldUntil] = [now(), 0];
  /** Returns the time. */
  const turn = (): number => {
    const at = now();
    if (at - since < freshMs / 2 && young.size < maximum / 2) return at;
    [old, oldUntil] = [young, since + freshMs];
    [young, since] = [new Map<string, T>(), at];
    return at;
  };
  return {
    get: (key) => {
      const at = turn();
      return young.get(key) ?? (at < oldUntil ? old.get(key) : undefined);
    },
    set: (key, value) => {
      turn();
      young.set(key, value);
    },
  };
}
