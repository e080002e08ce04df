/**
 * JSON that keeps bigints and Dates, so that a reply read back from a store is exactly the one that was kept:
 * `1250n` is `{"$bigint":"1250"}`, a Date `{"$date":"2026-11-30T09:30:00.000Z"}`. A field whose own name begins with `$`
 * gets another `$`, so that nobody's data is taken for a bigint or a Date.
 */
export function encodeJson(value: unknown): string {
  return JSON.stringify(toJson(value) ?? null);
}

/** Reads what `encodeJson` wrote. */
export function decodeJson(text: string): unknown {
  return fromJson(JSON.parse(text));
}

/** The value in the form of `encodeJson`, as plain JSON values: for a jsonb column, whose driver makes the text. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: value.toString() };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) return value.map((inner) => toJson(inner));
  if (typeof value !== 'object' || value === null) return value;
  return mapFields(value, (key) => (key.startsWith('$') ? `$${key}` : key), toJson);
}

/** Reads what `toJson` made. */
export function fromJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.map((inner) => fromJson(inner));
  if (typeof json !== 'object' || json === null) return json;
  const { $bigint, $date } = json as { $bigint?: unknown; $date?: unknown };
  if (typeof $bigint === 'string') return BigInt($bigint);
  if (typeof $date === 'string') return new Date($date);
  return mapFields(json, (key) => (key.startsWith('$$') ? key.slice(1) : key), fromJson);
}

function mapFields(fields: object, nameOf: (key: string) => string, valueOf: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [nameOf(key), valueOf(value)]));
}
