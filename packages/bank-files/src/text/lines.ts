/** A line longer than this is cut: no bank writes one. */
const MAX_LINE = 64 * 1024;

export interface Line {
  text: string;
  /** from 1 */
  number: number;
}

/** The lines of a text, ended by CR LF, LF or CR alone. */
export async function* linesOf(text: AsyncIterable<string>): AsyncIterable<Line> {
  let rest = '';
  let number = 0;
  let afterReturn = false;
  for await (const chunk of text) {
    const whole = rest + (afterReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk);
    afterReturn = chunk.endsWith('\r');
    const lines = whole.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    for (const line of lines) yield { text: line.slice(0, MAX_LINE), number: (number += 1) };
  }
  if (rest !== '') yield { text: rest, number: number + 1 };
}
