import { toMongoError } from '../errors.ts';
import type { Doc } from '../values/doc.ts';

/** Runs one statement after the other; a failed one is told by its index and ends the rest unless `ordered` is false. */
export function runStatements(
  statements: readonly Doc[],
  ordered: boolean,
  run: (statement: Doc, index: number) => void,
): Doc {
  const writeErrors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      const { code, message, extra } = toMongoError(error);
      writeErrors.push({ index, code, errmsg: message, ...extra });
      if (ordered) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}
