import { type FileHandle, open } from 'node:fs/promises';
import { MongoError } from '../errors.ts';
import { type Compaction, type CompactionStep, draftCompaction } from './compact.ts';
import { appendAll } from './files.ts';
import { type Change, encodeRecord } from './record.ts';
import { recover, type Recovery } from './recover.ts';

export interface JournalOptions {
  /** All changes that make the present state, in an order in which they can be replayed. */
  readonly state: () => Iterable<Change>;
  /** Compact when the file is this large and at least twice what the last compaction left (bytes; 16 MB). */
  readonly compactAboveBytes?: number;
  readonly onCompactionStep?: (step: CompactionStep) => void;
  readonly onError?: (error: Error) => void;
}

/**
 * The append-only file behind the embedded server. `append` only queues; `flushed` resolves when all that was queued
 * before is on disk (one fsync for everyone waiting). After a failed write everything fails: memory is then ahead of the disk.
 */
export class Journal {
  readonly #path: string;
  readonly #options: JournalOptions;
  #file: FileHandle;
  #bytes: number;
  #baseBytes: number;
  #queue: Buffer[] = [];
  #appended = 0;
  #durable = 0;
  #waiting: { upTo: number; resolve: () => void; reject: (error: Error) => void }[] = [];
  #writer: Promise<void> | undefined;
  #compaction: { drafting: Promise<Compaction>; ready: Compaction | undefined; tail: Buffer[] } | undefined;
  #failure: Error | undefined;

  private constructor(path: string, file: FileHandle, bytes: number, options: JournalOptions) {
    this.#path = path;
    this.#file = file;
    this.#bytes = bytes;
    this.#options = options;
    // What a compaction would leave: a long history has to count as such after a restart too.
    this.#baseBytes = 0;
    for (const { body } of options.state()) this.#baseBytes += body.length;
  }

  /** Replays the file through `apply` and opens it for appending. */
  static async open(
    path: string,
    apply: (change: Change) => void,
    options: JournalOptions,
  ): Promise<{ journal: Journal; recovery: Recovery }> {
    const recovery = await recover(path, apply);
    const journal = new Journal(path, await open(path, 'a', 0o600), recovery.bytes, options);
    return { journal, recovery };
  }

  /** How many changes were queued so far: a command that leaves it as it was has nothing to wait for. */
  get appended(): number {
    return this.#appended;
  }

  append(change: Change): void {
    this.assertUsable();
    this.#queue.push(encodeRecord(change));
    this.#appended += 1;
  }

  assertUsable(): void {
    if (this.#failure)
      throw new MongoError(91, `the journal can't be written, restart the server: ${this.#failure.message}`);
  }

  async flushed(): Promise<void> {
    this.assertUsable();
    if (this.#durable >= this.#appended) return;
    const upTo = this.#appended;
    const done = new Promise<void>((resolve, reject) => this.#waiting.push({ upTo, resolve, reject }));
    this.#writer ??= this.#write();
    await done;
  }

  /** Writes what is queued, ends a compaction under way, and lets go of the file. */
  async close(): Promise<void> {
    while (this.#writer || this.#compaction || (this.#queue.length > 0 && !this.#failure)) {
      await this.#compaction?.drafting.catch(() => undefined);
      this.#writer ??= this.#write();
      await this.#writer;
    }
    await this.#file.close();
  }

  async #write(): Promise<void> {
    // Lets every command of this turn join the same fsync, and #writer be set before it is cleared.
    await Promise.resolve();
    try {
      while (this.#queue.length > 0 || this.#compaction?.ready) {
        await this.#writeQueued();
        await this.#switchIfDrafted();
        this.#compactIfLarge();
      }
    } catch (error) {
      this.#fail(error as Error);
    } finally {
      this.#writer = undefined;
    }
  }

  async #writeQueued(): Promise<void> {
    if (this.#queue.length === 0) return;
    const [batch, upTo] = [Buffer.concat(this.#queue), this.#appended];
    this.#queue = [];
    await appendAll(this.#file, batch);
    await this.#file.datasync();
    this.#bytes += batch.length;
    this.#compaction?.tail.push(batch);
    this.#durable = upTo;
    const reached = this.#waiting.filter((waiter) => waiter.upTo <= upTo);
    this.#waiting = this.#waiting.filter((waiter) => waiter.upTo > upTo);
    for (const waiter of reached) waiter.resolve();
  }

  #compactIfLarge(): void {
    const limit = Math.max(this.#options.compactAboveBytes ?? 16 * 1024 * 1024, 2 * this.#baseBytes);
    if (this.#compaction || this.#bytes < limit) return;
    // What is queued is in this state already and comes again in the tail: replaying a change twice does no harm.
    const state = [...this.#options.state()];
    const drafting = draftCompaction(this.#path, state, (step) => this.#options.onCompactionStep?.(step));
    const compaction = { drafting, ready: undefined as Compaction | undefined, tail: [] };
    this.#compaction = compaction;
    drafting.then(
      (ready) => {
        compaction.ready = ready;
        this.#writer ??= this.#write();
      },
      (error: unknown) => {
        // The old journal goes on; the next try comes when it has doubled.
        this.#compaction = undefined;
        this.#baseBytes = this.#bytes;
        this.#options.onError?.(error as Error);
      },
    );
  }

  async #switchIfDrafted(): Promise<void> {
    const { ready, tail } = this.#compaction ?? {};
    if (!ready || !tail) return;
    const bytes = await ready.finish(tail);
    const previous = this.#file;
    this.#file = await open(this.#path, 'a', 0o600);
    await previous.close();
    this.#compaction = undefined;
    [this.#bytes, this.#baseBytes] = [bytes, bytes];
  }

  #fail(error: Error): void {
    this.#failure = error;
    this.#options.onError?.(error);
    for (const waiter of this.#waiting) waiter.reject(error);
    this.#waiting = [];
    this.#compaction = undefined;
  }
}
