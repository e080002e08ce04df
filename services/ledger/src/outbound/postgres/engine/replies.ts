/** A reply as JSON text that keeps bigints and Dates, so that a replay is exactly what the first call answered. */
export function encodeReply(reply: unknown): string {
  return JSON.stringify(reply ?? null, function (this: Record<string, unknown>, name, value: unknown) {
    const original = this[name];
    if (typeof original === 'bigint') return { $bigint: original.toString() };
    return original instanceof Date ? { $date: original.toISOString() } : value;
  });
}

export function decodeReply(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { $bigint, $date } = value as { $bigint?: string; $date?: string };
    if ($bigint !== undefined) return BigInt($bigint);
    return $date === undefined ? value : new Date($date);
  });
}
