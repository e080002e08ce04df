import type { KeyObject } from 'node:crypto';
import type { Knex } from 'knex';
import { fromRows, toRow } from '@florin/service-kit/postgres';
import { CHAIN_START, auditMac } from '../../../domain/audit.ts';
import type { AuditEntry } from '../../../domain/audit.ts';

type Stored = Omit<AuditEntry, 'n'> & { n: string };

export async function append(
  trx: Knex,
  key: KeyObject,
  entry: Omit<AuditEntry, 'n' | 'previous' | 'mac'>,
): Promise<void> {
  // an update that changes nothing locks the row, and answers it, in one statement
  const { rows } = await trx.raw<{ rows: { n: string; mac: Buffer }[] }>(
    `INSERT INTO audit_heads AS h (user_id, n, mac) VALUES (?, 0, ?)
     ON CONFLICT (user_id) DO UPDATE SET n = h.n RETURNING n, mac`,
    [entry.userId, CHAIN_START],
  );
  const [head = { n: '0', mac: CHAIN_START }] = rows;
  const chained = { ...entry, n: Number(head.n) + 1, previous: head.mac };
  const mac = auditMac(key, chained);
  await trx
    .with('logged', trx('audit_log').insert({ ...toRow(chained), detail: JSON.stringify(entry.detail), mac }))
    .from('audit_heads')
    .where({ user_id: entry.userId })
    .update({ n: chained.n, mac });
}

export async function listOf(
  db: Knex,
  userId: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<AuditEntry[]> {
  const query = db<Record<string, unknown>>('audit_log').where({ user_id: userId }).orderBy('n', 'desc').limit(limit);
  if (before !== undefined) void query.where('n', '<', before);
  return parse(await query);
}

export async function chainOf(
  db: Knex,
  userId: string,
  limit = 100_000,
): Promise<{ entries: AuditEntry[]; head: { n: number; mac: Buffer } }> {
  const rows = await db<Record<string, unknown>>('audit_log').where({ user_id: userId }).orderBy('n').limit(limit);
  const head = await db('audit_heads').where({ user_id: userId }).first<{ n: string; mac: Buffer } | undefined>();
  return { entries: parse(rows), head: { n: Number(head?.n ?? 0), mac: head?.mac ?? CHAIN_START } };
}

function parse(rows: Record<string, unknown>[]): AuditEntry[] {
  return fromRows<Stored>(rows).map((entry) => ({ ...entry, n: Number(entry.n) }));
}
