/** The files that a service and a dialect may hold (docs/adr/0008-one-shape-of-service.md), as patterns of their paths. */
const NAME = '[a-z0-9]+(-[a-z0-9]+)*';
const TEST = '(\\.int)?\\.test';

const SERVICE = [
  'README\\.md|package\\.json',
  'migrations/\\d{8}T\\d{4}_[a-z0-9_]+\\.ts',
  'src/(main|config|composition|config\\.test)\\.ts',
  `src/commands/${NAME}\\.ts`,
  `src/domain/(${NAME}/)*${NAME}(\\.test)?\\.ts`,
  'src/app/(index|ports)\\.ts',
  `src/app/${NAME}/ports(/${NAME})?\\.ts`,
  `src/app/${NAME}/${NAME}(\\.test)?\\.ts`,
  'src/inbound/http/(index|schemas|views|caller)\\.ts',
  `src/inbound/http/(routes|schemas|views)/${NAME}(\\.test)?\\.ts`,
  `src/inbound/grpc/${NAME}(\\.test)?\\.ts`,
  `src/inbound/(events|jobs)/${NAME}\\.ts`,
  `src/outbound/${NAME}(${TEST})?\\.ts`,
  `src/outbound/(channels|crypto|telemetry)/${NAME}(${TEST})?\\.ts`,
  'src/outbound/(postgres|mongo)/(index|rows|models|migrations\\.int\\.test)\\.ts',
  `src/outbound/(postgres|mongo)/(${NAME}/)?${NAME}-(store|query)(${TEST})?\\.ts`,
  `src/outbound/postgres/(engine|integrity)/${NAME}(${TEST})?\\.ts`,
  'test/harness\\.ts',
  `test/${NAME}\\.(component|property)\\.test\\.ts`,
  `test/support/${NAME}\\.ts`,
];

const REQUIRED = [
  'README.md',
  'package.json',
  'src/main.ts',
  'src/config.ts',
  'src/composition.ts',
  'src/app/index.ts',
  'src/inbound/http/index.ts',
  'src/inbound/http/schemas.ts',
  'src/inbound/http/views.ts',
  'src/inbound/grpc/index.ts',
  'src/inbound/grpc/mapping.ts',
  'src/inbound/events/index.ts',
  'test/harness.ts',
];

const DIALECT = [
  '(index|schemas|input|views|errors|calls|access|examples)\\.ts',
  `routes/${NAME}\\.ts`,
  `${NAME}(\\.component)?\\.test\\.ts`,
];

const MAX_COMPOSITION_LINES = 120;

const anyOf = (patterns: readonly string[]) => new RegExp(`^(${patterns.join('|')})$`);
const service = anyOf(SERVICE);
const dialect = anyOf(DIALECT);

/** What breaks the shape, one line each. `names` are services and `dialects`; `lines` tells how many lines a file has. */
export function shapeFaults(
  files: readonly string[],
  names: readonly string[],
  lines: (file: string) => number,
): string[] {
  return names.flatMap((name) => (name === 'dialects' ? dialectFaults(files) : serviceFaults(files, name, lines)));
}

function dialectFaults(files: readonly string[]): string[] {
  return files
    .filter((file) => {
      const [, path] = /^gateway\/src\/dialects\/[a-z-]+\/(.+)$/.exec(file) ?? [];
      return path !== undefined && !dialect.test(path);
    })
    .map((file) => `${file}: a dialect holds no file of this name`);
}

function serviceFaults(files: readonly string[], name: string, lines: (file: string) => number): string[] {
  const root = `services/${name}/`;
  const own = files.filter((file) => file.startsWith(root)).map((file) => file.slice(root.length));
  const length = own.includes('src/composition.ts') ? lines(`${root}src/composition.ts`) : 0;
  return [
    ...own.filter((file) => !service.test(file)).map((file) => `${root}${file}: a service holds no file of this name`),
    ...REQUIRED.filter((file) => !own.includes(file)).map((file) => `${root}${file}: is missing`),
    ...(length > MAX_COMPOSITION_LINES
      ? [`${root}src/composition.ts: ${length} lines, at most ${MAX_COMPOSITION_LINES}`]
      : []),
  ];
}
