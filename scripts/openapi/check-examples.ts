import { openApiPath, type Route } from '@florin/service-kit';
import type { OperationTexts } from './texts.ts';

interface Schema {
  safeParse(value: unknown): { error?: { message: string } | undefined };
}

/** Throws with all routes that do not take the body that the reference shows for them. */
export function checkExamples(
  routes: readonly Route[],
  operations: OperationTexts,
  examples: Readonly<Record<string, unknown>>,
): void {
  const faults = routes.flatMap((route) => {
    const id = operations[`${route.method} ${openApiPath(route.path)}`]?.id;
    const body = route.body as Schema | undefined;
    if (!body || id === undefined || !(id in examples)) return [];
    const { error } = body.safeParse(examples[id]);
    return error ? [`the example of ${id} is refused: ${error.message}`] : [];
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
