/* eslint-disable @typescript-eslint/no-explicit-any -- a table may hold use cases of any input; Bound gives each its types back */
type UseCase<Deps> = (deps: Deps, ...input: any[]) => unknown;

/** A use case without its first parameter, the needs. */
export type Bound<Case> = Case extends (deps: any, ...input: infer Input) => infer Result
  ? (...input: Input) => Result
  : never;
/* eslint-enable @typescript-eslint/no-explicit-any */

/** Gives every use case of a table the one bag of needs. Does not compile when the bag lacks what one of them asks for. */
export function bindUseCases<Deps, Table extends Record<string, UseCase<Deps>>>(
  deps: Deps,
  table: Table,
): { [Name in keyof Table]: Bound<Table[Name]> } {
  const bound = Object.entries(table).map(([name, useCase]) => [
    name,
    (...input: unknown[]): unknown => useCase(deps, ...input),
  ]);
  return Object.fromEntries(bound) as { [Name in keyof Table]: Bound<Table[Name]> };
}

/** Use cases that can't be called, for making the route table of the OpenAPI document: `createRoutes(inertUseCases())`. */
export function inertUseCases<UseCases>(): UseCases {
  const inert: unknown = new Proxy({}, { get: () => inert });
  return inert as UseCases;
}
