import { i18n, type Messages } from '@lingui/core';

export const LANGUAGES = { en: 'English', de: 'Deutsch', id: 'Bahasa Indonesia', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'florin.language';
const CATALOGUES: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('virtual:messages/en'),
  de: () => import('virtual:messages/de'),
  id: () => import('virtual:messages/id'),
  ar: () => import('virtual:messages/ar'),
};

const isLanguage = (value: string | null | undefined): value is Language => value != null && value in LANGUAGES;

/** The language chosen on this device, else the first of the browser's that there is. */
export function chosenLanguage(): Language {
  const chosen = localStorage.getItem(KEY);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Loads a language and turns the page to it. */
export async function activate(language: Language): Promise<void> {
  const { messages } = await CATALOGUES[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

/** Keeps the choice on this device, and shows the app in it. */
export async function choose(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await activate(language);
}

export const onLanguage = (listener: () => void) => i18n.on('change', listener);
export const language = () => i18n.locale as Language;

/** A text in the person's language. The English one, an ICU message, is its name in the catalogues. */
export function t(text: string, values?: Record<string, string | number>): string {
  return i18n._(text, values);
}

/** The tag that numbers and dates are written by: the browser's own of that language, which knows the country. */
export function formatLocale(): string {
  return navigator.languages.find((tag) => tag.slice(0, 2) === i18n.locale) ?? i18n.locale;
}
