import { currentContext, runInContext } from '../context.ts';
import type { Attributes, Span, SpanKind, SpanOptions } from './spans.ts';

/** A span within the work being done; undefined outside of a trace, or while traces are not exported. */
export function childSpan(name: string, kind: SpanKind, attributes?: Attributes): Span | undefined {
  return currentContext()?.span?.child(name, kind, attributes);
}

/** Does the work in a span within the work being done: what it asks and calls belongs there. */
export async function inSpan<T>(
  name: string,
  { kind, attributes }: Pick<SpanOptions, 'kind' | 'attributes'>,
  work: () => Promise<T>,
): Promise<T> {
  const context = currentContext();
  const span = context?.span?.child(name, kind, attributes);
  if (!context || !span) return work();
  return ended(span, () => runInContext({ ...context, span, traceparent: span.traceparent }, work));
}

/** Does the work and ends its span, by what comes of it. */
export async function ended<T>(span: Span | undefined, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    span?.end();
    return result;
  } catch (error) {
    span?.end({ error });
    throw error;
  }
}
