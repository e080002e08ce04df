/** One document (bytes), as in MongoDB. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
/** One message on the wire (bytes), as in MongoDB. */
export const MAX_MESSAGE_BYTES = 48_000_000;
export const MAX_WRITE_BATCH = 100_000;
export const MAX_NESTING = 100;
export const MAX_CONNECTIONS = 1000;
export const MAX_CURSORS = 1000;
export const CURSOR_IDLE_MS = 10 * 60_000;
/** A client that began a message must finish it within this time. */
export const PARTIAL_MESSAGE_MS = 60_000;
export const MAX_INDEXES = 64;
export const TTL_SWEEP_MS = 60_000;
