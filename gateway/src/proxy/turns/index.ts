import type { Call, Dispatcher } from '../dispatcher.ts';
import { createAdmission } from './admission.ts';
import { createFlights } from './flights.ts';

/**
 * Returns what sends calls to a service when it is their turn. Reads that wait and ask the same for the same person are sent
 * as one. `timed` is given the work whose turn it is; `underWay` is how many are sent on at once.
 */
export function createTurns(
  name: string,
  dispatcher: Pick<Dispatcher, 'send' | 'sendTogether'>,
  { timed, underWay }: { timed: (work: () => Promise<void>) => Promise<void>; underWay?: number },
): (call: Call) => Promise<void> {
  const admission = createAdmission({ name, ...(underWay === undefined ? {} : { underWay }) });
  const flights = createFlights();
  return (call) => {
    if (call.sameAs === undefined) flights.endOf(call.person);
    if (admission.isFree() || call.sameAs === undefined) {
      return admission.run(call.priority, () => timed(() => dispatcher.send(call)));
    }
    return flights.fly(call, (calls) =>
      admission.run(call.priority, () => timed(() => dispatcher.sendTogether(calls()))),
    );
  };
}
