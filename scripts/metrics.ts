/** Writes docs/metrics.md: what each process tells at `/metrics`, read from its registry. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { registries } from './operations/registries.ts';

interface Metric {
  name: string;
  type: string;
  help: string;
  labels: string[];
  processes: string[];
}

const HEAD = `# Metrics

Made by \`npm run generate\` from the registries of the processes; a test holds a running stack to it. Every process answers
\`GET /metrics\` on its HTTP port in OpenMetrics' text form; the gateway to whom \`METRICS\` allows. The rules for Prometheus and the
dashboards of Grafana use these names, and a test fails when they use another.

Every metric has the label \`service\`, the name of the process. Labels have few values each: patterns of paths (\`/v1/accounts/:id\`),
never paths; codes of errors, never texts; nobody's id. Times of requests carry exemplars: the id of a trace, when traces are
exported (\`OTEL_EXPORTER_OTLP_ENDPOINT\`). What is counted in a store at each scrape is missing while the store does not answer.

`;

const all = new Map<string, Metric>();
for (const [process, registry] of Object.entries(registries())) {
  for (const metric of registry.getMetricsAsArray()) {
    const {
      name,
      help,
      type,
      labelNames = [],
    } = metric as unknown as {
      name: string;
      help: string;
      type: string;
      labelNames?: string[];
    };
    const known = all.get(name) ?? { name, type, help, labels: [...labelNames], processes: [] };
    known.processes.push(process);
    all.set(name, known);
  }
}

const sorted = [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
const isOurs = ({ name }: Metric) => name.startsWith('florin_');
const row = (metric: Metric) =>
  `| \`${metric.name}\` | ${metric.type} | ${metric.labels.map((label) => `\`${label}\``).join(', ')} | ${
    metric.processes.length === 6 ? 'all' : metric.processes.join(', ')
  } | ${metric.help.replaceAll('|', '\\|')} |`;
const table = (metrics: Metric[]) =>
  ['| name | type | labels | processes | meaning |', '| --- | --- | --- | --- | --- |', ...metrics.map(row)].join('\n');

const text = `${HEAD}## Of Florin\n\n${table(sorted.filter(isOurs))}\n\n## Of the process and Node\n\n${table(
  sorted.filter((metric) => !isOurs(metric)),
)}\n`;
writeFileSync(
  `${import.meta.dirname}/../docs/metrics.md`,
  await format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' }),
);
process.exit(0);
