import type { OpenApiDocument } from './document.ts';

/** Operations that need no sign-in, as their OpenAPI document says; a stale token sent along does them no harm. */
export interface PublicOperations {
  has(method: string, path: string): boolean;
}

export function publicOperationsOf(document: OpenApiDocument): PublicOperations {
  const patterns = new Map<string, RegExp[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if ((operation.security?.length ?? 0) > 0) continue;
      const known = patterns.get(method.toUpperCase()) ?? [];
      patterns.set(method.toUpperCase(), [...known, patternOf(path)]);
    }
  }
  return {
    has: (method, path) =>
      patterns.get(method === 'HEAD' ? 'GET' : method)?.some((pattern) => pattern.test(path)) ?? false,
  };
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}
