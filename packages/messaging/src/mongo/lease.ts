import type { Connection } from 'mongoose';
import { randomUUID } from 'node:crypto';

/** longer than a publish may take */
const LEASE_MS = 20_000;

interface LeaseDocument {
  _id: string;
  owner: string;
  until: Date;
}

/** A lease that one process at a time holds; the owners' clocks must agree within a few seconds. */
export function createLease(connection: Connection, name: string) {
  const owner = randomUUID();
  const leases = connection.collection<LeaseDocument>('leases');

  return {
    /** Takes or prolongs it; false while another process holds it. */
    async take(): Promise<boolean> {
      const now = Date.now();
      try {
        await leases.updateOne(
          { _id: name, $or: [{ owner }, { until: { $lt: new Date(now) } }] },
          { $set: { owner, until: new Date(now + LEASE_MS) } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        // The upsert found another owner's document in its way.
        if ((error as { code?: unknown }).code === 11_000) return false;
        throw error;
      }
    },
    async release(): Promise<void> {
      await leases.updateOne({ _id: name, owner }, { $set: { until: new Date(0) } });
    },
  };
}
