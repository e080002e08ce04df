/** At most `count` pieces of work at a time; the others wait in line. */
export function createSlots(count: number) {
  const waiting: (() => void)[] = [];
  const idle: (() => void)[] = [];
  let free = count;

  return {
    async use<T>(work: () => Promise<T>): Promise<T> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
        if (free === count) for (const resolve of idle.splice(0)) resolve();
      }
    },
    async idle(): Promise<void> {
      if (free < count) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}
