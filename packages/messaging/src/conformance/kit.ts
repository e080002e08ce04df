import { createEvent, type FlorinEvent } from '@florin/contracts';
import { waitFor, type TcpProxy } from '@florin/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { createBus, type Bus, type BusOptions, type Consumer, type Log } from '../index.ts';
import type { ChildOrder } from './child.ts';

/** What the suite needs of one kind of broker. */
export interface Harness {
  namespace: string;
  /** the broker itself, and the same through a proxy that the suite breaks */
  direct: Pick<BusOptions, 'amqpUrl' | 'postgresUrl'>;
  proxied: Pick<BusOptions, 'amqpUrl' | 'postgresUrl'>;
  proxy: TcpProxy;
  /** puts something that is no event into a consumer's queue */
  putUnreadable(consumer: string, body: object): Promise<void>;
  /** removes all that this namespace left on the broker */
  clean(): Promise<void>;
}

export const FRIEND = 'users.friend-requested.v1';
export const TYPES = [FRIEND] as const;

const ignore = (): void => undefined;
export const silent: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const USERS = ['019d0000-0000-7000-8000-000000000001', '019d0000-0000-7000-8000-000000000002'] as const;

/** Event number `n` of an aggregate. */
export function eventOf(aggregateId: string, n: number, extra: { traceparent?: string } = {}): FlorinEvent {
  return createEvent({
    id: v7(),
    type: 'users.friend-requested.v1',
    producer: 'users',
    aggregateId,
    occurredAt: new Date(),
    data: { requestId: String(n), fromUserId: USERS[0], toUserId: USERS[1], requestedAt: new Date().toISOString() },
    ...extra,
  });
}

export function numberOf(event: FlorinEvent): number {
  return event.type === 'users.friend-requested.v1' ? Number(event.data.requestId) : Number.NaN;
}

/** Makes buses of one harness and stops them all. */
export class Buses {
  readonly #harness: Harness;
  readonly #all: Bus[] = [];

  constructor(harness: Harness) {
    this.#harness = harness;
  }

  make(options: { proxied?: boolean } = {}): Bus {
    const urls = options.proxied === true ? this.#harness.proxied : this.#harness.direct;
    const bus = createBus({ ...urls, namespace: this.#harness.namespace, service: 'test', logger: silent });
    this.#all.push(bus);
    return bus;
  }

  async started(subscribe: (bus: Bus) => void = () => undefined, options: { proxied?: boolean } = {}): Promise<Bus> {
    const bus = this.make(options);
    subscribe(bus);
    await bus.start();
    return bus;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#all.splice(0).map((bus) => bus.stop()));
  }
}

export interface Handled {
  aggregateId: string;
  n: number;
  attempt: number;
}

/** A consumer process that can be killed; `handled` grows as it works. */
export class Child {
  readonly handled: Handled[];
  readonly #process: ChildProcess;
  #ready = false;
  hanging = false;

  constructor(order: ChildOrder, handled: Handled[] = []) {
    this.handled = handled;
    const script = fileURLToPath(new URL('./child.ts', import.meta.url));
    this.#process = spawn(process.execPath, [script, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout! }).on('line', (line) => {
      const said = JSON.parse(line) as { ready?: boolean; hanging?: string } & Handled;
      if (said.ready === true) this.#ready = true;
      else if (said.hanging !== undefined) this.hanging = true;
      else this.handled.push(said);
    });
  }

  async ready(): Promise<this> {
    await waitFor(() => this.#ready, { what: 'the child process is ready' });
    return this;
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once('close', resolve));
    this.#process.kill('SIGKILL');
    await gone;
  }
}

/** Throws unless no event was handled before its predecessor; repetitions of what was handled are allowed. */
export function expectOrder(handled: readonly Handled[], first = 1): void {
  const last = new Map<string, number>();
  for (const { aggregateId, n } of handled) {
    const before = last.get(aggregateId) ?? first - 1;
    if (n > before + 1) throw new Error(`${aggregateId}: ${String(n)} came after ${String(before)}`);
    last.set(aggregateId, Math.max(before, n));
  }
}

/** How many different events were handled. */
export function distinct(handled: readonly Handled[]): number {
  return new Set(handled.map(({ aggregateId, n }) => `${aggregateId} ${String(n)}`)).size;
}

/** A handler that notes what it gets. */
export const into =
  (list: Handled[]) =>
  (event: FlorinEvent, { attempt }: { attempt: number }): Promise<void> => {
    list.push({ aggregateId: event.aggregateId, n: numberOf(event), attempt });
    return Promise.resolve();
  };

/** What the tests of one suite share: the broker, and for each test a queue, its buses and its processes. */
export class Suite {
  queue = '';
  #harness: Harness | undefined;
  #buses: Buses | undefined;
  readonly #children: Child[] = [];
  #tests = 0;

  get harness(): Harness {
    return this.#harness!;
  }

  get buses(): Buses {
    return this.#buses!;
  }

  use(harness: Harness): void {
    this.#harness = harness;
    this.#buses = new Buses(harness);
  }

  nextQueue(): void {
    this.#tests += 1;
    this.queue = `test.q${String(this.#tests)}`;
  }

  /** A running bus, with a consumer on the test's queue when one is given. */
  started(consumer?: Partial<Consumer>, options: { proxied?: boolean } = {}): Promise<Bus> {
    return this.buses.started((bus) => {
      if (consumer) bus.subscribe({ name: this.queue, types: TYPES, handle: () => Promise.resolve(), ...consumer });
    }, options);
  }

  /** A process that consumes the test's queue. */
  child(order: { delayMs?: number; hang?: boolean; into?: Handled[] } = {}): Promise<Child> {
    const { delayMs = 0, hang = false, into: list } = order;
    const { direct, namespace } = this.harness;
    const made = new Child({ ...direct, namespace, consumer: this.queue, delayMs, hang }, list);
    this.#children.push(made);
    return made.ready();
  }

  async cleanUp(): Promise<void> {
    this.harness.proxy.restore();
    await Promise.all(this.#children.splice(0).map((child) => child.kill()));
    await this.buses.stop();
  }
}
