/** What is asked for in one turn of the event loop is read at once, up to `maximum` keys at a time. */
export function createLoader<T>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>, maximum = 500) {
  let open: { keys: Set<string>; found: Promise<ReadonlyMap<string, T>> } | undefined;
  return async (key: string): Promise<T | undefined> => {
    if (!open || open.keys.size >= maximum) {
      const keys = new Set<string>();
      const batch = {
        keys,
        found: new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
          if (open === batch) open = undefined;
          return read([...keys]);
        }),
      };
      open = batch;
    }
    const { keys, found } = open;
    keys.add(key);
    return (await found).get(key);
  };
}
