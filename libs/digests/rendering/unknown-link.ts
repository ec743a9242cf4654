import { outsidePage } from './outside-page.js';

/** The page of an address whose token was not made here. Nothing is known of its reader, so it is in bokmål. */
export const unknownLinkPage = (): string =>
  outsidePage({
    language: 'nb',
    title: 'Lenken virker ikke',
    text: 'Lenken er ikke hel, eller den er ikke laget her. Åpne den fra e-posten på nytt, eller logg inn i Samspill.',
  });
