import type { Log } from '../bus.ts';
import { openHub, type Hub } from './hub.ts';

interface Entry {
  opening: Promise<Hub>;
  users: number;
}

const hubs = new Map<string, Entry>();

/** One hub for all buses of this process on one database and namespace; the last to release it closes it. */
export async function shareHub(
  url: string,
  namespace: string,
  logger: Log,
): Promise<{ hub: Hub; release(): Promise<void> }> {
  const key = `${namespace} ${url}`;
  const entry = hubs.get(key) ?? { opening: openHub(url, namespace, logger), users: 0 };
  hubs.set(key, entry);
  entry.users += 1;
  let hub: Hub;
  try {
    hub = await entry.opening;
  } catch (error) {
    if (hubs.get(key) === entry) hubs.delete(key);
    throw error;
  }
  return {
    hub,
    async release() {
      entry.users -= 1;
      if (entry.users > 0) return;
      if (hubs.get(key) === entry) hubs.delete(key);
      await hub.close();
    },
  };
}
