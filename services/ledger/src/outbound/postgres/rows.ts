import type { Pool, PoolClient } from 'pg';
import { columns, fromRow, toRow } from '@florin/service-kit/postgres';

type Client = Pool | PoolClient;

/** The fields of a type that are columns of its table, all of them, and which are bigints. */
type Fields<T> = { [Name in keyof T]-?: NonNullable<T[Name]> extends bigint ? 'bigint' : 'plain' };

/** A table whose rows hold one type each, with a column a field. Names come from the code, never from input. */
export function createTable<T extends { id: string }>(name: string, fields: Fields<T>) {
  const names = Object.keys(fields) as (keyof T & string)[];
  const bigints = names.filter((field) => fields[field] === 'bigint');
  const columnsOfAll = columns<T>(fields).join(', ');
  const read = (row: Record<string, unknown>): T => fromRow<T>(row, bigints);
  const rowOf = (value: T) => toRow(Object.fromEntries(names.map((field) => [field, value[field]])));
  return {
    columns: columnsOfAll,
    read,
    /** The rows that `rest` of a statement leaves, which begins with WHERE. */
    select: async (client: Client, rest: string, values: unknown[]): Promise<T[]> =>
      (await client.query<Record<string, unknown>>(`SELECT ${columnsOfAll} FROM ${name} ${rest}`, values)).rows.map(
        read,
      ),
    insert: async (client: Client, value: T): Promise<void> => {
      const row = rowOf(value);
      const places = Object.keys(row).map((_column, index) => `$${index + 1}`);
      const text = `INSERT INTO ${name} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')})`;
      await client.query(text, Object.values(row));
    },
    /** Saves every field by the id. */
    update: async (client: Client, value: T): Promise<void> => {
      const { id, ...row } = rowOf(value);
      const changes = Object.keys(row).map((column, index) => `${column} = $${index + 2}`);
      await client.query(`UPDATE ${name} SET ${changes.join(', ')} WHERE id = $1`, [id, ...Object.values(row)]);
    },
  };
}
