/** What goes to a person's streams. */
export interface StreamEvent {
  /** `notification`: new in the inbox; `changed`: something of theirs to read anew; `resync`: some may have been missed */
  event: 'notification' | 'changed' | 'resync';
  /** by which a stream that was cut goes on */
  id?: string;
  data: object;
}

/** An event as the event stream format of HTML has it; JSON holds no line breaks. */
export function eventText({ event, id, data }: StreamEvent): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Notifications are ordered by time and id: an event id holds both. */
export function idOfNotification({ createdAt, id }: { createdAt: string; id: string }): string {
  return `${String(Date.parse(createdAt))}.${id}`;
}

/** The time of an event id, in epoch milliseconds, and the notification; undefined for what is none. */
export function readEventId(text: string): { time: number; id: string } | undefined {
  const match = /^(\d{1,15})\.([a-z0-9:-]{1,80})$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { time: Number(match[1]), id: match[2] };
}
