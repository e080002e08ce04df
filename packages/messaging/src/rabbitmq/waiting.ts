/** Callers that wait for something to happen. */
export class Waiting {
  readonly #resolvers = new Set<() => void>();

  /** Resolves at the next `wake`; throws the signal's reason when that comes first. */
  wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#resolvers.delete(done);
        reject(signal.reason as Error);
      };
      const done = (): void => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      if (signal.aborted) {
        abort();
        return;
      }
      signal.addEventListener('abort', abort, { once: true });
      this.#resolvers.add(done);
    });
  }

  wake(): void {
    if (this.#resolvers.size === 0) return;
    const all = [...this.#resolvers];
    this.#resolvers.clear();
    for (const resolve of all) resolve();
  }
}
