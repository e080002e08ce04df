import type { Notice } from '../message.ts';

const MOST_SHOWN = 5;

/** What strangers did meanwhile as one notice; one alone is told as it is. At least one. */
export function gatheredNotice(news: readonly Notice[]): Notice {
  const [first, second] = news;
  if (first === undefined) throw new Error('there is nothing to tell');
  if (second === undefined) return first;
  const left = news.length - MOST_SHOWN;
  return {
    kind: first.kind,
    title: `${news.length} notices from people who are not your friends`,
    body: `${first.title}, and ${news.length - 1} more. You find them all in the app.`,
    more: [
      ...news.slice(0, MOST_SHOWN).map(({ body }) => body),
      ...(left > 0 ? [`And ${left} more, which you find in the app.`] : []),
    ],
    foreign: true,
  };
}
