import type { Language } from '#platform/identity';

/** The language of refusals on this terminal: nynorsk or English if set in the shell, otherwise bokmål. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((it) => it !== undefined && it !== '') ?? '';
  if (/^nn/i.test(locale)) return 'nn';
  return /^en/i.test(locale) ? 'en' : 'nb';
}
