/** What an OFX body is made of, whether SGML without closing tags or XML. */
export interface TagEvents {
  open(name: string, line: number, column: number): void;
  close(name: string): void;
  text(value: string, line: number, column: number): void;
}

const TAG =
  /<(?:!\[CDATA\[([\s\S]*?)\]\]>|!--[\s\S]*?-->|\?[\s\S]*?\?>|![^>]*>|(\/?)([A-Za-z][\w.:-]{0,63})\s*(\/?)(?:\s[^<>]*)?>)/g;
/** a tag that goes on for longer is text */
const MAX_TAG = 64 * 1024;

/** Tokenizer of such a body, piece by piece; forgives what no parser of XML would. */
export function createTagReader(events: TagEvents) {
  let rest = '';
  let line = 1;
  let column = 1;
  const advance = (text: string) => {
    const breaks = text.split('\n');
    if (breaks.length > 1) column = 1;
    line += breaks.length - 1;
    column += breaks.at(-1)?.length ?? 0;
  };
  const text = (value: string) => {
    if (value.trim() !== '') events.text(unescaped(value), line, column);
    advance(value);
  };
  const tag = (match: RegExpExecArray) => {
    const [whole, cdata, closing, name, empty] = match;
    if (cdata !== undefined) {
      if (cdata.trim() !== '') events.text(unescaped(cdata), line, column);
    } else if (name !== undefined) {
      if (closing === '/') events.close(name.toUpperCase());
      else {
        events.open(name.toUpperCase(), line, column);
        if (empty === '/') events.close(name.toUpperCase());
      }
    }
    advance(whole);
  };
  const read = (last: boolean) => {
    let from = 0;
    TAG.lastIndex = 0;
    for (let match = TAG.exec(rest); match; match = TAG.exec(rest)) {
      text(rest.slice(from, match.index));
      tag(match);
      from = match.index + match[0].length;
    }
    // text is handed out whole, with the tag that ends it
    const upTo = last || rest.length - from > MAX_TAG ? rest.length : from;
    if (upTo > from) text(rest.slice(from, upTo));
    rest = rest.slice(upTo);
  };
  return {
    write(chunk: string): void {
      rest += chunk;
      read(false);
    },
    end: () => read(true),
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

/** Entities as characters; twice, as banks escape twice. What is no entity stays. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  const once = (value: string) =>
    value.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const codePoint = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return codePoint > 31 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : ' ';
    });
  return once(once(text));
}
