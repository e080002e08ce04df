/** A field as proto3 carries it, which has no null: as the empty string. Amounts are decimal text, instants ISO 8601. */
type Carried<T> = T extends null | bigint | Date ? string : T;

/** The fields of a value as a message has them; those that the message does not know are not sent. */
export function toMessage<T extends object>(fields: T): { [Name in keyof T]: Carried<T[Name]> } {
  const entries = Object.entries(fields).map(([name, value]: [string, unknown]) => [name, carried(value)]);
  return Object.fromEntries(entries) as { [Name in keyof T]: Carried<T[Name]> };
}

function carried(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? value.toString() : (value ?? '');
}
