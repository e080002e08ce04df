/** Metrics as /metrics tells them: each series with its labels. */
export interface Series {
  name: string;
  labels: Readonly<Record<string, string>>;
  value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{([^}]*)\})? ([^ ]+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Reads the text format of Prometheus or OpenMetrics; lines that are none of a series are passed over. */
export function readMetrics(text: string): Series[] {
  return text.split('\n').flatMap((line) => {
    const match = LINE.exec(line);
    if (!match?.[1] || match[3] === undefined) return [];
    const labels: Record<string, string> = {};
    for (const [, name = '', value = ''] of (match[2] ?? '').matchAll(LABEL)) labels[name] = value;
    return [{ name: match[1], labels, value: Number(match[3]) }];
  });
}

/** The sum of a metric's series that fit; null when there is none. */
export function sumOf(
  series: readonly Series[],
  name: string,
  fits: (labels: Series['labels']) => boolean = () => true,
): number | null {
  const found = series.filter((one) => one.name === name && fits(one.labels) && Number.isFinite(one.value));
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}
