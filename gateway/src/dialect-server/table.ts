import type { Dialect, DialectRoute } from '../dialects/dialect.ts';

export interface Served {
  dialect: Dialect;
  route: DialectRoute;
}

/** The routes of one path, and what a request's path has in the place of its `:names`. */
export interface Found {
  path: string;
  served: readonly Served[];
  params: Record<string, string>;
}

interface Open {
  path: string;
  segments: readonly string[];
  served: readonly Served[];
}

const NONE: Record<string, string> = {};

/**
 * Returns what finds the routes for a path, spelled as declared or with a slash behind it. A fixed part comes before a `:name`
 * in its place.
 */
export function createDialectTable(dialects: readonly Dialect[]): (path: string) => Found | undefined {
  const all = dialects.flatMap((dialect) => dialect.routes.map((route) => ({ dialect, route })));
  const fixed = new Map<string, Found>();
  const open = new Map<number, Open[]>();
  for (const [path, served] of Map.groupBy(all, ({ route }) => route.path)) {
    const segments = path.split('/');
    if (!path.includes('/:')) fixed.set(path, { path, served, params: NONE });
    else open.set(segments.length, [...(open.get(segments.length) ?? []), { path, segments, served }]);
  }
  return (given) => {
    const path = given.length > 1 && given.endsWith('/') ? given.slice(0, -1) : given;
    return fixed.get(path) ?? findOpen(open, path.split('/'));
  };
}

function findOpen(open: ReadonlyMap<number, readonly Open[]>, parts: readonly string[]): Found | undefined {
  for (const { path, segments, served } of open.get(parts.length) ?? []) {
    const params = paramsOf(segments, parts);
    if (params) return { path, served, params };
  }
  return undefined;
}

function paramsOf(segments: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const part = parts[at] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== part) return undefined;
    } else if (part === '') return undefined;
    else params[segment.slice(1)] = part.includes('%') ? decoded(part) : part;
  }
  return params;
}

/** As sent when it is no proper escape: `requestLineFault` refuses it. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
