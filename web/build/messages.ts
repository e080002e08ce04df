import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const FOLDER = join(import.meta.dirname, '../src/i18n/locales');
const PREFIX = 'virtual:messages/';

/** The catalogue of a language: English text to its translation. Of English itself: every text to itself. */
export function readCatalogue(language: string): Record<string, string> {
  const file = join(FOLDER, `${language === 'en' ? 'de' : language}.json`);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return language === 'en' ? Object.fromEntries(Object.keys(texts).map((text) => [text, text])) : texts;
}

/** `virtual:messages/<language>`: its catalogue with the messages compiled, so that no parser goes to the browser. */
export function messagesPlugin(): Plugin {
  return {
    name: 'florin-messages',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const catalogue = Object.entries(readCatalogue(id.slice(PREFIX.length + 1)));
      const compiled = Object.fromEntries(catalogue.map(([text, message]) => [text, compileMessage(message)]));
      return `export const messages = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
    },
  };
}
