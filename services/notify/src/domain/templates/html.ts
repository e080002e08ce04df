const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML content and quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** HTML that was escaped already. */
class Safe {
  readonly value: string;
  constructor(value: string) {
    this.value = value;
  }
  toString(): string {
    return this.value;
  }
}
export type SafeHtml = Safe;

type Part = string | number | SafeHtml | readonly SafeHtml[];

/** A template whose holes are escaped unless they are themselves made by it. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  const text = literals.reduce((sum, literal, index) => sum + render(parts[index - 1] ?? '') + literal);
  return new Safe(text);
}

function render(part: Part): string {
  if (part instanceof Safe) return part.value;
  if (typeof part === 'object') return part.map(String).join('');
  return escapeHtml(String(part));
}

// control and bidirectional characters: a name must not break a header or reorder the text around it
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Foreign text (a name, a note) as one printable line of at most `maximum` characters. */
export function oneLine(text: string, maximum = 120): string {
  const line = text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > maximum ? `${characters.slice(0, maximum - 1).join('')}…` : line;
}
