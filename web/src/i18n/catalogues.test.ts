import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readCatalogue } from '../../build/messages.ts';
import { textsOfApp } from '../../build/texts.ts';

const argumentsOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

test.each(['de', 'id', 'ar'])('%s has every text of the app and no other, with the same arguments', (language) => {
  const catalogue = readCatalogue(language);
  expect(Object.keys(catalogue).sort()).toEqual(textsOfApp());
  for (const [text, translation] of Object.entries(catalogue)) {
    expect(() => compileMessage(translation)).not.toThrow();
    const named = argumentsOf(text).filter((name) => new RegExp(`\\{${name!}[,}]`).test(text));
    for (const name of named) expect([text, translation]).toEqual([text, expect.stringMatching(`\\{${name!}[,}]`)]);
  }
});

test('Arabic knows its own plurals', () => {
  const plurals = Object.values(readCatalogue('ar')).filter((text) => text.includes(', plural,'));
  expect(plurals.length).toBeGreaterThan(1);
  for (const text of plurals) expect(text).toMatch(/one \{.*two \{.*few \{.*other \{/);
});
