import type { ServerResponse } from 'node:http';

/** Where the headers of the reply to come are collected. */
export interface ReplyHeaders {
  setHeader(name: string, value: string | number): unknown;
  append(name: string, value: string): unknown;
}

/** Headers of a reply to come, each name before its value, as `writeHead` takes them without another look. */
export class HeaderList implements ReplyHeaders {
  readonly list: string[];

  constructor(list: string[]) {
    this.list = list;
  }

  setHeader(name: string, value: string | number): void {
    this.list.push(name, String(value));
  }

  append(name: string, value: string): void {
    this.list.push(name, value);
  }
}

/** The names with their values of a list that holds each name before its value. */
export function* pairs(list: readonly string[]): Generator<[name: string, value: string]> {
  for (let at = 0; at + 1 < list.length; at += 2) yield [list[at] ?? '', list[at + 1] ?? ''];
}

export function setHeaders(response: ServerResponse, list: readonly string[]): void {
  for (const [name, value] of pairs(list)) response.setHeader(name, value);
}
