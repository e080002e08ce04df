import { createHmac, type KeyObject } from 'node:crypto';

export interface AuditEntry {
  userId: string;
  /** 1, 2, 3 ... for each person */
  n: number;
  type: string;
  at: Date;
  sessionId: string | null;
  ipArea: string;
  detail: Record<string, string | number | boolean | null>;
  previous: Buffer;
  mac: Buffer;
}

export const CHAIN_START = Buffer.alloc(32);

/** Keyed hash over an entry and the one before it: changing, removing or inserting any breaks every later one. */
export function auditMac(key: KeyObject, entry: Omit<AuditEntry, 'mac'>): Buffer {
  const { userId, n, type, at, sessionId, ipArea, detail, previous } = entry;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', key)
    .update(previous)
    .update(JSON.stringify([userId, n, type, at.toISOString(), sessionId, ipArea, sorted]))
    .digest();
}

/** Number of the first entry that does not fit the chain, or undefined. `entries` are one person's, whole, in order. */
export function firstBroken(
  key: KeyObject,
  entries: AuditEntry[],
  head: { n: number; mac: Buffer },
): number | undefined {
  let previous: Buffer = CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    const fits = entry.n === index + 1 && entry.previous.equals(previous) && auditMac(key, entry).equals(entry.mac);
    if (!fits) return index + 1;
    previous = entry.mac;
  }
  return entries.length === head.n && previous.equals(head.mac) ? undefined : entries.length + 1;
}
