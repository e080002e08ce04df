import { randomInt } from 'node:crypto';

/** A number from 0 to below 1. */
export type Random = () => number;

const STEPS = 2 ** 48 - 1;

/** Unpredictable, since points hang on it. */
export const secureRandom: Random = () => randomInt(STEPS) / STEPS;
