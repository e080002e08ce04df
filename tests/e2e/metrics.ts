import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ListedMetric {
  name: string;
  type: string;
  labels: string[];
  /** `all`, or names with a comma between them */
  processes: string;
}

/** What docs/metrics.md promises. */
export const METRICS: readonly ListedMetric[] = readFileSync(join(import.meta.dirname, '../../docs/metrics.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, name = '', type = '', labels = '', processes = ''] = line.split('|').map((cell) => cell.trim());
    return {
      name: name.replaceAll('`', ''),
      type,
      processes,
      labels: [...labels.matchAll(/`(\w+)`/g)].map(([, each = '']) => each),
    };
  });

/** Names with their types, and the labels seen at each, of a text in OpenMetrics' form. */
export function readMetrics(text: string): { types: Record<string, string>; labels: Map<string, Set<string>> } {
  const types: Record<string, string> = {};
  const labels = new Map<string, Set<string>>();
  let current = '';
  for (const line of text.split('\n')) {
    const [, name = '', type = ''] = /^# TYPE (\w+) (\w+)$/.exec(line) ?? [];
    if (name !== '') {
      // the form leaves the ending of a counter to its samples
      current = type === 'counter' ? `${name}_total` : name;
      types[current] = type;
      labels.set(current, new Set());
    }
    const [sample = ''] = line.split(' # ');
    if (line.startsWith('#')) continue;
    for (const [, label = ''] of sample.matchAll(/[{,](\w+)="/g)) labels.get(current)?.add(label);
  }
  return { types, labels };
}
