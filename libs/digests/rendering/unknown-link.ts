import type { Request, Response } from 'express';
import { languageOf } from '#platform/http';
import type { Language } from '#platform/identity';
import { outsidePage } from './outside-page.js';

const WORDS: Readonly<Record<Language, { readonly title: string; readonly text: string }>> = {
  nb: {
    title: 'Lenken virker ikke',
    text: 'Lenken er ikke hel, eller den er ikke laget her. Åpne den fra e-posten på nytt, eller logg inn i Samspill.',
  },
  nn: {
    title: 'Lenkja verkar ikkje',
    text: 'Lenkja er ikkje heil, eller ho er ikkje laga her. Opne ho frå e-posten på nytt, eller logg inn i Samspill.',
  },
  en: {
    title: 'The link does not work',
    text: 'The link is not complete, or it was not made here. Open it from the mail again, or sign in to Samspill.',
  },
};

/**
 * Answers 404 with the page of an address whose token was not made here. Nothing is known of its reader but the browser's
 * languages.
 */
export function unknownLink(request: Request, response: Response): string {
  response.status(404);
  return unknownLinkPage(languageOf(request) ?? 'nb');
}

export const unknownLinkPage = (language: Language): string => outsidePage({ language, ...WORDS[language] });
