import type { Emit, Item } from './types.ts';

/** A reader that is handed text piece by piece and emits what it found in it. */
export interface PushReader {
  write(text: string): void;
  end(): void;
}

/** What such a reader gives for a text. */
export async function* pushed(text: AsyncIterable<string>, create: (emit: Emit) => PushReader): AsyncIterable<Item> {
  let found: Item[] = [];
  const reader = create((item) => found.push(item));
  for await (const chunk of text) {
    reader.write(chunk);
    yield* found;
    found = [];
  }
  reader.end();
  yield* found;
}
