type Row = Record<string, unknown>;

/** A row (snake_case) as the type the domain uses (camelCase); the fields named are bigints, which PostgreSQL gives as text. */
export function fromRow<T>(row: Row, bigints: readonly (keyof T & string)[] = []): T {
  const entries = Object.entries(row).map(([column, field]) => {
    const name = camel(column);
    return [name, field !== null && bigints.some((each) => each === name) ? BigInt(field as string) : field] as const;
  });
  return Object.fromEntries(entries) as T;
}

export function fromRows<T>(rows: readonly Row[], bigints: readonly (keyof T & string)[] = []): T[] {
  return rows.map((row) => fromRow<T>(row, bigints));
}

/** Fields as columns, for an insert or update; bigints travel as decimal strings. Undefined fields are left out. */
export function toRow(fields: object): Row {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field !== undefined)
      .map(([name, field]: [string, unknown]) => [snake(name), typeof field === 'bigint' ? field.toString() : field]),
  );
}

/** The columns of a type, each named once. A statement that names them can stay prepared while others are added. */
export function columns<T>(fields: Record<keyof T, unknown>): string[] {
  return Object.keys(fields).map(snake);
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
