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
