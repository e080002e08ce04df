import type { Pool, PoolClient } from 'pg';

/** Changes columns of one row by its id. Names come from the code, never from input. */
export async function updateRow(
  client: Pool | PoolClient,
  table: string,
  { id, ...row }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row);
  const changes = columns.map((column, index) => `${column} = $${index + 2}`);
  await client.query(`UPDATE ${table} SET ${changes.join(', ')} WHERE id = $1`, [
    id,
    ...columns.map((column) => row[column]),
  ]);
}

/** Writes one row, whose values are given by the names of their columns. Names come from the code, never from input. */
export async function insertRow(
  client: Pool | PoolClient,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_column, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    columns.map((column) => row[column]),
  );
}
