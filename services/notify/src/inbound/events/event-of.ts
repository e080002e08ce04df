import type { EventType, FlorinEvent } from '@florin/contracts';

/** The event of one type, out of the union of all. */
export type EventOf<T extends EventType> = Extract<FlorinEvent, { type: T }>;
