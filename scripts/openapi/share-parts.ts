import { pascal } from './name-objects.ts';
import type { Operation, Part, Reference } from './reference.ts';

/** Parameters that fewer operations have in common are told where they are. */
const WORTH_SHARING = 3;

/** Moves what several operations have in common to `components`: parameters, and replies without a body of their own. */
export function shareParts({ paths, components }: Reference): void {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const parameters = operations.flatMap((operation) => operation.parameters ?? []);
  const common = new Set(
    Object.values(Object.groupBy(parameters, (one) => JSON.stringify(one)))
      .filter((alike = []) => alike.length >= WORTH_SHARING)
      .map(([one] = []) => JSON.stringify(one)),
  );
  const shareParameter = createShare('parameters', (components.parameters ??= {}));
  const shareResponse = createShare('responses', (components.responses ??= {}));
  for (const operation of operations) {
    if (operation.parameters)
      operation.parameters = operation.parameters.map((one) =>
        common.has(JSON.stringify(one)) ? shareParameter(one, pascal(one.name)) : one,
      );
    shareFailures(operation, shareResponse);
  }
}

type Share = <T extends Part>(part: T, name: string) => T;

function shareFailures({ responses }: Operation, share: Share): void {
  for (const [status, response] of Object.entries(responses))
    if (!status.startsWith('2')) responses[status] = share(response, nameOf(status, response.description));
}

/** `INVALID_ARGUMENT: ...; CONFLICT: ...` is called InvalidArgumentOrConflict. */
function nameOf(status: string, description = ''): string {
  const codes = description.match(/\b[A-Z][A-Z_]+(?=: )/g) ?? [status === '304' ? 'NOT_MODIFIED' : `STATUS_${status}`];
  return codes.map((code) => pascal(code.toLowerCase())).join('Or');
}

/** Gives a reference in the place of a part, which it keeps; parts that differ and have one name are counted. */
function createShare(where: string, shared: Record<string, Part>): Share {
  return <T extends Part>(part: T, name: string) => {
    const text = JSON.stringify(part);
    let free = name;
    for (let next = 2; free in shared && JSON.stringify(shared[free]) !== text; next += 1) free = `${name}${next}`;
    shared[free] = part;
    return { $ref: `#/components/${where}/${free}` } as unknown as T;
  };
}
