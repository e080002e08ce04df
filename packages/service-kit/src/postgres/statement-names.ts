/** How often a connection is asked a statement before it is prepared there. */
const REPEATS = 3;
/** Statements remembered for a connection: lists of every length make ever new ones. */
const MAXIMUM_STATEMENTS = 300;

const PREPARABLE = /^\s*(select|insert|update|delete|with)\b/i;
/** A column added after such a statement was prepared changes its result, which PostgreSQL refuses (0A000). */
const ALL_COLUMNS = /(\b(select|returning)\s+|\.)\*/i;

interface Statement {
  text?: unknown;
  name?: string;
}

/** For one connection: returns a function that gives statements a name, by which pg prepares them, once they repeat. */
export function createStatementNames(): (statement: unknown) => unknown {
  const asked = new Map<string, number>();
  const names = new Map<string, string>();

  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const times = (asked.get(text) ?? 0) + 1;
    if (times === 1 && (asked.size >= MAXIMUM_STATEMENTS || !isPreparable(text))) return undefined;
    asked.set(text, times);
    if (times < REPEATS) return undefined;
    const name = `repeated_${names.size}`;
    names.set(text, name);
    return name;
  };
  return (statement) => {
    const name = isPlain(statement) ? nameOf(statement.text) : undefined;
    return name === undefined ? statement : { ...(statement as Statement), name };
  };
}

const isPreparable = (text: string): boolean => PREPARABLE.test(text) && !ALL_COLUMNS.test(text);

/** What knex sends, not a cursor or a stream, which are objects with a `submit` of their own. */
function isPlain(statement: unknown): statement is Statement & { text: string } {
  return (
    typeof statement === 'object' &&
    statement !== null &&
    !('submit' in statement) &&
    !('name' in statement && statement.name !== undefined) &&
    typeof (statement as Statement).text === 'string'
  );
}
