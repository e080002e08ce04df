/**
 * What people's money should be after any requests, over plain numbers and written without a look at the ledger. Every
 * method returns whether the request is to be granted, and changes nothing when it isn't.
 */
export function createModel(count: number) {
  const people = Array.from({ length: count }, () => ({ posted: 0, held: 0, frozen: false, sum: 0, count: 0 }));
  const payments: { from: number; to: number; amount: number; returned: number; counts: boolean; refunds?: number }[] =
    [];
  const holds: { from: number; to: number; amount: number; pending: boolean }[] = [];
  const asked: { by: number; of: number; left: number }[] = [];
  const slow: { who: number; amount: number; out: boolean; pending: boolean }[] = [];

  const at = (who: number) => people[who]!;
  const free = (who: number) => at(who).posted - at(who).held;
  const move = (from: number, to: number, amount: number) => {
    at(from).posted -= amount;
    at(to).posted += amount;
  };
  const countTowards = (who: number, sum: number, times: number) => {
    at(who).sum += sum;
    at(who).count += times;
  };
  const mayPay = (from: number, to: number, amount: number) =>
    from !== to && !at(from).frozen && !at(to).frozen && free(from) >= amount;
  const pay = (from: number, to: number, amount: number) => {
    if (!mayPay(from, to, amount)) return false;
    move(from, to, amount);
    countTowards(from, amount, 1);
    payments.push({ from, to, amount, returned: 0, counts: true });
    return true;
  };

  return {
    people,
    payments,
    holds,
    asked,
    slow,
    pay,
    freeze: (who: number, frozen: boolean) => {
      at(who).frozen = frozen;
      return true;
    },
    deposit: (who: number, amount: number, way: string) => {
      if (at(who).frozen) return false;
      if (way === 'slow') slow.push({ who, amount, out: false, pending: true });
      else if (way === 'fast') at(who).posted += amount;
      return true;
    },
    withdraw: (who: number, amount: number, way: string) => {
      if (at(who).frozen || free(who) < amount) return false;
      if (way === 'fail') return true;
      at(who).posted -= amount;
      countTowards(who, amount, 1);
      if (way === 'slow') slow.push({ who, amount, out: true, pending: true });
      return true;
    },
    /** Called again for one that is settled, it changes nothing. */
    settle: (index: number, succeeded: boolean) => {
      const { who, amount, out, pending } = slow[index]!;
      slow[index]!.pending = false;
      if (!pending || out === succeeded) return true;
      at(who).posted += amount;
      if (out) countTowards(who, -amount, -1);
      return true;
    },
    refund: (index: number, amount: number) => {
      const payment = payments[index]!;
      const { from, to, returned } = payment;
      if (payment.refunds !== undefined || amount > payment.amount - returned || !mayPay(to, from, amount))
        return false;
      move(to, from, amount);
      payment.returned += amount;
      if (payment.counts) countTowards(from, -amount, payment.returned === payment.amount ? -1 : 0);
      payments.push({ from: to, to: from, amount, returned: 0, counts: false, refunds: index });
      return true;
    },
    reverse: (index: number) => {
      const payment = payments[index]!;
      const { from, to, amount } = payment;
      if (payment.returned > 0 || free(to) < amount) return false;
      move(to, from, amount);
      payment.returned = amount;
      if (payment.counts) countTowards(from, -amount, -1);
      if (payment.refunds !== undefined) {
        const original = payments[payment.refunds]!;
        if (original.counts) countTowards(original.from, amount, original.returned === original.amount ? 1 : 0);
        original.returned -= amount;
      }
      return true;
    },
    hold: (from: number, to: number, amount: number) => {
      if (from === to || at(from).frozen || at(to).frozen || free(from) < amount) return false;
      at(from).held += amount;
      countTowards(from, amount, 1);
      holds.push({ from, to, amount, pending: true });
      return true;
    },
    capture: (index: number, part: number) => {
      const { from, to, amount, pending } = holds[index]!;
      if (!pending || part > amount || at(from).frozen || at(to).frozen) return false;
      holds[index]!.pending = false;
      at(from).held -= amount;
      move(from, to, part);
      countTowards(from, part - amount, 0);
      payments.push({ from, to, amount: part, returned: 0, counts: true });
      return true;
    },
    void: (index: number) => {
      const { from, amount, pending } = holds[index]!;
      if (!pending) return false;
      holds[index]!.pending = false;
      at(from).held -= amount;
      countTowards(from, -amount, -1);
      return true;
    },
    ask: (by: number, of: number, amount: number) => {
      if (by === of) return false;
      asked.push({ by, of, left: amount });
      return true;
    },
    payAsked: (index: number, amount: number) => {
      const { by, of, left } = asked[index]!;
      if (amount > left || !pay(of, by, amount)) return false;
      asked[index]!.left -= amount;
      return true;
    },
  };
}
