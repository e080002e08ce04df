import { waitFor } from '@florin/testing';

export interface SeenEvent {
  event: string;
  id: string | undefined;
  data: any;
}

/** Opens an event stream and gathers what comes on it. */
export async function openEventStream(url: string, headers: Record<string, string>) {
  const controller = new AbortController();
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: controller.signal,
  });
  const events: SeenEvent[] = [];
  let text = '';
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      events.push(...parts.filter((part) => /^event: /m.test(part)).map(readEvent));
    }
  })()
    .catch(() => undefined)
    .finally(() => (ended = true));
  return {
    response,
    events,
    ended: () => ended,
    /** the events, once there are at least so many */
    seen: (count: number) => waitFor(() => events.length >= count && events),
    close: async () => {
      controller.abort();
      await reading;
    },
  };
}

function readEvent(part: string): SeenEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1];
  return { event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? 'null') };
}
