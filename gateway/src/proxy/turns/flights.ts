import type { Call } from '../dispatcher.ts';

const MOST_TOGETHER = 64;

interface Flight {
  calls: Call[];
  done: Promise<void>;
}

export interface Flights {
  /**
   * Joins the same read of the same person that still waits for its turn, else begins one. `work` is to take the calls when it
   * is its turn: from then on nobody joins, for what is read may be older than a later question.
   */
  fly(call: Call, work: (calls: () => readonly Call[]) => Promise<void>): Promise<void>;
  /** A person changes something: who asks from now on is not answered with what was asked before. */
  endOf(person: string): void;
}

/** The reads that wait for their turn, by person and by what they ask. */
export function createFlights(): Flights {
  const people = new Map<string, Map<string, Flight>>();

  const leave = (person: string, key: string, flight: Flight): void => {
    const own = people.get(person);
    if (own?.get(key) === flight) own.delete(key);
    if (own?.size === 0) people.delete(person);
  };
  return {
    fly: (call, work) => {
      const { person } = call;
      const key = call.sameAs?.() ?? '';
      const own = people.get(person) ?? new Map<string, Flight>();
      const known = own.get(key);
      if (known && known.calls.length < MOST_TOGETHER) {
        known.calls.push(call);
        return known.done;
      }
      const flight: Flight = { calls: [call], done: Promise.resolve() };
      people.set(person, own.set(key, flight));
      const take = () => {
        leave(person, key, flight);
        return flight.calls;
      };
      flight.done = work(take).finally(() => {
        leave(person, key, flight);
      });
      return flight.done;
    },
    endOf: (person) => {
      people.delete(person);
    },
  };
}
