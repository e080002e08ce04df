import { randomInt } from 'node:crypto';

const PREFIX = '705';

export const CARD_NUMBER = /^705\d{17}$/;

/** `705`, the 13-digit millisecond time and 4 random digits: 20 digits. */
export function newCardNumber(now: Date, random: (below: number) => number = (below) => randomInt(below)): string {
  const time = String(now.getTime()).padStart(13, '0');
  return `${PREFIX}${time}${String(random(10_000)).padStart(4, '0')}`;
}
