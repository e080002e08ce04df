import { randomBytes } from 'node:crypto';

/** The random part of a transfer's id: 12 hex digits. */
export const newIdTail = (): string => randomBytes(6).toString('hex');
