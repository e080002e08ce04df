import { trusted } from 'mongoose';

/** Filter for what comes after a cursor's row in an order of time and id, both falling. */
export function older(time: string, id: string, after: [string, string] | undefined): object {
  if (!after) return {};
  const at = new Date(after[0]);
  return { $or: [{ [time]: trusted({ $lt: at }) }, { [time]: at, [id]: trusted({ $lt: after[1] }) }] };
}
