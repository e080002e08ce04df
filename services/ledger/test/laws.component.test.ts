import fc from 'fast-check';
import type { FundingProvider } from '../src/app/fundings/ports.ts';
import type { Ledger } from './harness.ts';
import { mainOf, moneyLaws, createHarness, to, usd } from './harness.ts';
import { createModel } from './support/model.ts';

const bank: FundingProvider = {
  methods: ['fast', 'slow', 'fail'],
  start: ({ method }) =>
    Promise.resolve(
      method === 'fast'
        ? { status: 'succeeded' }
        : method === 'slow'
          ? { status: 'pending' }
          : { status: 'failed', reason: 'no' },
    ),
};

let ledger: Ledger;
beforeAll(async () => {
  ledger = await createHarness(
    { provider: bank },
    { PAYMENT_REQUESTS_PER_PAIR_PER_DAY: '1000', PAYMENT_REQUESTS_PER_DAY: '10000' },
  );
});
afterAll(() => ledger.stop());

const PEOPLE = 3;
const who = fc.nat(PEOPLE - 1);
const amount = fc.integer({ min: 1, max: 120 });
const which = fc.nat(12);
const way = fc.constantFrom('fast', 'slow', 'fail');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pay' as const), from: who, to: who, amount }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deposit' as const), who, amount, way }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), who, amount, way }) },
  fc.record({ do: fc.constant('settle' as const), which, succeeded: fc.boolean() }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refund' as const), which, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const), from: who, to: who, amount }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('capture' as const), which, amount }) },
  fc.record({ do: fc.constant('void' as const), which }),
  fc.record({ do: fc.constant('ask' as const), by: who, of: who, amount }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('payAsked' as const), which, amount }) },
  fc.record({ do: fc.constant('freeze' as const), who, frozen: fc.constantFrom(true, false, false, false) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The same requests to the ledger and to the model; ids of what was made stand in the order the model made it. */
async function startRun() {
  const model = createModel(PEOPLE);
  // each run anew, the admin too: who signed in a minute ago is nobody any more
  const admin = ledger.person('root', ['admin']);
  const people = Array.from({ length: PEOPLE }, () => ledger.person());
  const mains = await Promise.all(people.map(mainOf));
  const ids = { payments: [] as string[], holds: [] as string[], asked: [] as string[], slow: [] as string[] };
  const person = (index: number) => people[index]!;
  const keep = (list: string[], id: unknown) => {
    if (typeof id === 'string') list.push(id);
  };
  const pick = (list: unknown[], index: number) => index % list.length;

  /** What the ledger replied; undefined when the step has nothing to act on. */
  const ask = async (one: Step): Promise<{ status: number; granted: boolean } | undefined> => {
    switch (one.do) {
      case 'pay': {
        const reply = await person(one.from).post('/v1/transfers', usd(one.amount, to(person(one.to))));
        keep(ids.payments, reply.body.id);
        return { status: reply.status, granted: model.pay(one.from, one.to, one.amount) };
      }
      case 'deposit':
      case 'withdraw': {
        const path = one.do === 'deposit' ? '/v1/deposits' : '/v1/withdrawals';
        const reply = await person(one.who).post(path, usd(one.amount, { method: one.way }));
        if (one.way === 'slow') keep(ids.slow, reply.body.id);
        return { status: reply.status, granted: model[one.do](one.who, one.amount, one.way) };
      }
      case 'settle': {
        if (ids.slow.length === 0) return undefined;
        const index = pick(ids.slow, one.which);
        const fundingId = ids.slow[index]!;
        const status = one.succeeded ? 'succeeded' : 'failed';
        const signature = ledger.signCallback(fundingId, status);
        const reply = await ledger.anyone.post('/v1/deposits/callbacks', { fundingId, status, signature });
        return { status: reply.status, granted: model.settle(index, one.succeeded) };
      }
      case 'refund': {
        if (ids.payments.length === 0) return undefined;
        const index = pick(ids.payments, one.which);
        const receiver = person(model.payments[index]!.to);
        const reply = await receiver.post(`/v1/transfers/${ids.payments[index]!}/refund`, { amount: one.amount });
        keep(ids.payments, reply.body.id);
        return { status: reply.status, granted: model.refund(index, one.amount) };
      }
      case 'reverse': {
        if (ids.payments.length === 0) return undefined;
        const index = pick(ids.payments, one.which);
        const reply = await admin.post(`/v1/admin/transfers/${ids.payments[index]!}/reverse`, { reason: 'a mistake' });
        return { status: reply.status, granted: model.reverse(index) };
      }
      case 'hold': {
        const reply = await person(one.from).post('/v1/holds', usd(one.amount, to(person(one.to))));
        keep(ids.holds, reply.body.id);
        return { status: reply.status, granted: model.hold(one.from, one.to, one.amount) };
      }
      case 'capture': {
        if (ids.holds.length === 0) return undefined;
        const index = pick(ids.holds, one.which);
        const payee = person(model.holds[index]!.to);
        const reply = await payee.post(`/v1/holds/${ids.holds[index]!}/capture`, { amount: one.amount });
        keep(ids.payments, reply.body.transferId);
        return { status: reply.status, granted: model.capture(index, one.amount) };
      }
      case 'void': {
        if (ids.holds.length === 0) return undefined;
        const index = pick(ids.holds, one.which);
        const owner = person(model.holds[index]!.from);
        const reply = await owner.post(`/v1/holds/${ids.holds[index]!}/void`);
        return { status: reply.status, granted: model.void(index) };
      }
      case 'ask': {
        const request = usd(one.amount, { payerId: person(one.of).id });
        const reply = await person(one.by).post('/v1/payment-requests', request);
        keep(ids.asked, reply.body.id);
        return { status: reply.status, granted: model.ask(one.by, one.of, one.amount) };
      }
      case 'payAsked': {
        if (ids.asked.length === 0) return undefined;
        const index = pick(ids.asked, one.which);
        const payer = person(model.asked[index]!.of);
        const reply = await payer.post(`/v1/payment-requests/${ids.asked[index]!}/pay`, { amount: one.amount });
        keep(ids.payments, reply.body.transfer?.id);
        return { status: reply.status, granted: model.payAsked(index, one.amount) };
      }
      case 'freeze': {
        const verb = one.frozen ? 'freeze' : 'unfreeze';
        const reply = await admin.post(`/v1/admin/accounts/${mains[one.who].id}/${verb}`, {
          reason: 'a court said so',
        });
        return { status: reply.status, granted: model.freeze(one.who, one.frozen) };
      }
    }
  };

  /** Balances, held money and what counts towards the limits, as they are and as they should be. */
  const compare = async () => {
    const { rows } = await ledger.sql.query(
      `SELECT posted::int, held::int, status = 'frozen' AS frozen, day_sum::int AS sum, day_count AS count
       FROM accounts WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)`,
      [mains.map(({ id }) => id)],
    );
    expect(rows).toEqual(model.people);
  };
  return { ask, compare };
}

test('after each of any requests balances, holds and limits are those of the model, what is refused changes nothing, and the laws hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 80, size: 'max' }), async (steps) => {
      const run = await startRun();
      const start = Array.from(
        { length: PEOPLE },
        (_, who) => ({ do: 'deposit', who, amount: 300, way: 'fast' }) as const,
      );
      for (const one of [...start, ...steps]) {
        const told = await run.ask(one);
        if (!told) continue;
        expect({ one, granted: told.status < 300 }).toEqual({ one, granted: told.granted });
        expect(told.status).toBeLessThan(500);
        await run.compare();
      }
      await moneyLaws(ledger.sql);
    }),
    { numRuns: 25 },
  );
  expect(await ledger.useCases.verifyLedger()).toBeNull();
}, 240_000);
