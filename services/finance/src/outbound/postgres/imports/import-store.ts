import { encodeJson, fromJson } from '@florin/service-kit';
import { fromRow, toRow } from '@florin/service-kit/postgres';
import type { Knex } from 'knex';
import type { ImportStore, ImportUsage } from '../../../app/imports/ports.ts';
import type { Import } from '../../../domain/imports/import.ts';
import { BY_CREATION, slice } from '../rows.ts';

const DOCUMENTS = ['asked', 'mapping', 'accounts', 'counts', 'problems', 'warnings', 'error'] as const;
const NUMBERS = ['bytes', 'done', 'total'] as const;
const MAX_MAPPINGS = 200;

type Row = Record<string, unknown>;

function read(row: Row): Import {
  const found = fromRow<Import>(row);
  for (const name of DOCUMENTS) Object.assign(found, { [name]: fromJson(row[name]) });
  for (const name of NUMBERS) found[name] = Number(row[name]);
  return found;
}

function write(fields: Partial<Import>): Row {
  const documents = DOCUMENTS.filter((name) => fields[name] !== undefined);
  const encoded = documents.map((name) => [name, fields[name] === null ? null : encodeJson(fields[name])]);
  return { ...toRow(fields), ...(Object.fromEntries(encoded) as Row) };
}

export function createImportStore(knex: Knex): ImportStore {
  const table = () => knex<Row>('imports');
  return {
    insert: async (one) => {
      await table().insert(write(one));
    },
    find: async (ownerId, id, lock) => {
      const query = table().where({ owner_id: ownerId, id });
      if (lock === 'update') void query.forUpdate();
      const row = await query.first();
      return row && read(row);
    },
    list: async (ownerId, cut) => {
      const query = table().where({ owner_id: ownerId }).whereNot({ status: 'receiving' });
      return (await slice(query, cut, BY_CREATION, 'desc')).map(read);
    },
    usage: async (ownerId) => {
      const { rows } = await knex.raw<{ rows: [ImportUsage] }>(
        `select count(*)::int as "all", count(*) filter (where status = 'receiving')::int as receiving,
           count(*) filter (where status in ('receiving', 'reading', 'ready', 'failed'))::int as open,
           coalesce(sum(bytes) filter (where status in ('receiving', 'reading', 'ready', 'failed')), 0)::float8
             as "openBytes"
         from imports where owner_id = ?`,
        [ownerId],
      );
      return rows[0];
    },
    update: async (id, changes, now) => {
      const [row] = await table()
        .where({ id })
        .update({ ...write(changes), updated_at: now })
        .returning('*');
      if (!row) throw new Error(`import ${id} is gone`);
      return read(row);
    },
    remove: async (ownerId, id) => {
      await table().where({ owner_id: ownerId, id }).delete();
    },
    ...createWork(knex),
    ...createChunks(knex),
    ...createMappings(knex),
  };
}

function createWork(knex: Knex): Pick<ImportStore, 'claim' | 'hold' | 'forgetBefore'> {
  const table = () => knex<Row>('imports');
  return {
    claim: async (status, now, until) => {
      const due = table().where({ status }).where('next_attempt_at', '<=', now).orderBy('next_attempt_at').limit(1);
      const [row] = await table()
        .whereIn('id', due.select('id').forUpdate().skipLocked())
        .update({
          version: knex.raw('version + 1'),
          attempts: knex.raw('attempts + 1'),
          next_attempt_at: until,
        })
        .returning('*');
      return row && read(row);
    },
    hold: async ({ id, version }, progress, until) =>
      (await table()
        .where({ id, version })
        .update({ ...progress, next_attempt_at: until })) > 0,
    forgetBefore: async ({ receiving, others }, limit) => {
      const { rowCount } = await knex.raw<{ rowCount: number }>(
        `delete from imports where id in (
           select id from imports
           where status not in ('committed', 'undoing') and updated_at < ?
             and (updated_at < ? or status = 'receiving') and status <> 'committing'
           order by updated_at limit ? for update skip locked)`,
        [receiving, others, limit],
      );
      return rowCount;
    },
  };
}

function createChunks(knex: Knex): Pick<ImportStore, 'addChunk' | 'chunks' | 'pieceSizes' | 'piece' | 'dropChunks'> {
  return {
    addChunk: async ({ id, ownerId }, position, bytes) => {
      await knex('import_chunks').insert({ owner_id: ownerId, import_id: id, position, bytes });
    },
    chunks: async function* (id) {
      for (let position = 0; ; position += 1) {
        const where = { import_id: id, position };
        const row = await knex<{ bytes: Buffer }>('import_chunks').where(where).first('bytes');
        if (!row) return;
        yield row.bytes;
      }
    },
    pieceSizes: async (id) => {
      const sizes = knex('import_chunks').where({ import_id: id }).orderBy('position');
      return (await sizes.select(knex.raw('length(bytes) as size'))).map(({ size }: { size: number }) => size);
    },
    piece: async (id, position) => {
      const where = { import_id: id, position };
      const row = await knex<{ bytes: Buffer }>('import_chunks').where(where).first('bytes');
      return row?.bytes ?? new Uint8Array();
    },
    dropChunks: async (id) => {
      await knex('import_chunks').where({ import_id: id }).delete();
    },
  };
}

function createMappings(knex: Knex): Pick<ImportStore, 'savedMapping' | 'saveMapping'> {
  const table = () => knex<Row>('import_mappings');
  return {
    savedMapping: async (ownerId, source) => {
      const row = await table().where({ owner_id: ownerId, source }).first('mapping');
      return row?.['mapping'] as Record<string, unknown> | undefined;
    },
    saveMapping: async (ownerId, source, mapping, now) => {
      await table()
        .insert({ owner_id: ownerId, source, mapping: JSON.stringify(mapping), used_at: now })
        .onConflict(['owner_id', 'source'])
        .merge();
      const old = table().where({ owner_id: ownerId }).orderBy('used_at', 'desc').offset(MAX_MAPPINGS).limit(1_000);
      await table().where({ owner_id: ownerId }).whereIn('source', old.select('source')).delete();
    },
  };
}
