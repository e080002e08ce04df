import type { ClientBase } from 'pg';

/** Times a statement is asked on a connection before it is prepared there. */
const OFTEN = 3;
/** Most statements remembered for a connection: lists of any length make ever new ones. */
const MOST = 300;

const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i;
/** Columns added while it is prepared would change its result, which PostgreSQL refuses (0A000). */
const ALL_COLUMNS = /(\b(select|returning)\s+|\.)\*/i;

interface Statement {
  text?: unknown;
  name?: string;
}

/**
 * Prepares the statements that a connection is asked again and again, so that the server parses and plans them once:
 * for the short ones of a service that is half of its work.
 */
export function prepareOften(client: ClientBase): void {
  const asked = new Map<string, number>();
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const times = (asked.get(text) ?? 0) + 1;
    if (times === 1 && (asked.size >= MOST || !PREPARABLE.test(text) || ALL_COLUMNS.test(text))) return undefined;
    asked.set(text, times);
    if (times < OFTEN) return undefined;
    const name = `often_${names.size}`;
    names.set(text, name);
    return name;
  };

  const prepared = (...parameters: unknown[]): unknown => {
    const [statement] = parameters;
    if (isPlain(statement)) {
      const name = nameOf(statement.text);
      if (name !== undefined) return query({ ...statement, name }, ...parameters.slice(1));
    }
    return query(...parameters);
  };
  Object.assign(client, { query: prepared });
}

/** What knex sends, not a cursor or a stream, which are statements with a `submit` of their own. */
function isPlain(statement: unknown): statement is Statement & { text: string } {
  return (
    typeof statement === 'object' &&
    statement !== null &&
    !('submit' in statement) &&
    !('name' in statement && statement.name !== undefined) &&
    typeof (statement as Statement).text === 'string'
  );
}
