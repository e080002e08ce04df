import { fromRows, toRow } from '@florin/service-kit/postgres';
import { CHAIN_START, auditMac, type AuditEntry } from '../../../domain/audit.ts';
import type { AuditStore } from '../../../app/audit/ports.ts';
import { knexOf } from '../../transaction.ts';

type Stored = Omit<AuditEntry, 'n'> & { n: string };

function parse(rows: Record<string, unknown>[]): AuditEntry[] {
  return fromRows<Stored>(rows).map((entry) => ({ ...entry, n: Number(entry.n) }));
}

export const auditLog: AuditStore = {
  append: async (tx, key, entry) => {
    // an update that changes nothing locks the row, and answers it, in one statement
    const { rows } = await knexOf(tx).raw<{ rows: { n: string; mac: Buffer }[] }>(
      `INSERT INTO audit_heads AS h (user_id, n, mac) VALUES (?, 0, ?)
     ON CONFLICT (user_id) DO UPDATE SET n = h.n RETURNING n, mac`,
      [entry.userId, CHAIN_START],
    );
    const [head = { n: '0', mac: CHAIN_START }] = rows;
    const chained = { ...entry, n: Number(head.n) + 1, previous: head.mac };
    const mac = auditMac(key, chained);
    await knexOf(tx)
      .with('logged', knexOf(tx)('audit_log').insert({ ...toRow(chained), detail: JSON.stringify(entry.detail), mac }))
      .from('audit_heads')
      .where({ user_id: entry.userId })
      .update({ n: chained.n, mac });
  },
  listOf: async (db, userId, { before, limit }) => {
    const query = knexOf(db)<Record<string, unknown>>('audit_log')
      .where({ user_id: userId })
      .orderBy('n', 'desc')
      .limit(limit);
    if (before !== undefined) void query.where('n', '<', before);
    return parse(await query);
  },
  chainOf: async (db, userId, limit = 100_000) => {
    const rows = await knexOf(db)<Record<string, unknown>>('audit_log')
      .where({ user_id: userId })
      .orderBy('n')
      .limit(limit);
    const head = await knexOf(db)('audit_heads')
      .where({ user_id: userId })
      .first<{ n: string; mac: Buffer } | undefined>();
    return { entries: parse(rows), head: { n: Number(head?.n ?? 0), mac: head?.mac ?? CHAIN_START } };
  },
};
