/** A row of the database (snake_case) as the type the domain uses (camelCase). */
export function fromRow<T>(row: Record<string, unknown>): T {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])) as T;
}

export function fromRows<T>(rows: Record<string, unknown>[]): T[] {
  return rows.map((row) => fromRow<T>(row));
}

/** Fields as columns, for an insert or update. Undefined fields are left out. */
export function toRow(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [snake(name), value as unknown]),
  );
}

/** The columns of a type, each named once. A statement that names them can stay prepared while others are added. */
export function columns<T>(fields: Record<keyof T, true>): string[] {
  return Object.keys(fields).map(snake);
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
