import type { OwnerAnswer } from '#actions/contract';
import type { MailLanguage } from '../contract/index.js';

interface PageWords {
  readonly title: string;
  readonly text: string;
}
/** Texts of the page by which an action's owner answers. None says what the action is about. */
export interface AnswerWords {
  readonly ask: PageWords;
  readonly answers: Readonly<Record<OwnerAnswer, string>>;
  readonly recorded: Readonly<Record<OwnerAnswer, PageWords>>;
  readonly used: PageWords;
  readonly over: PageWords;
}

export const ANSWER_WORDS: Readonly<Record<MailLanguage, AnswerWords>> = {
  nb: {
    ask: {
      title: 'Hvordan går det med tiltaket?',
      text: 'Svaret gjelder tiltaket som lenken sto under i e-posten, og vises i tiltakets historikk. Lenken kan brukes én gang.',
    },
    answers: { 'under-way': 'Arbeidet er i gang', 'more-time': 'Jeg trenger mer tid' },
    recorded: {
      'under-way': {
        title: 'Takk, svaret er notert',
        text: 'Det står i tiltakets historikk at arbeidet er i gang. Logg inn i Samspill for å skrive mer.',
      },
      'more-time': {
        title: 'Takk, svaret er notert',
        text: 'Det står i tiltakets historikk at du ber om mer tid. Fristen er ikke endret: det gjør den som kan endre tiltaket.',
      },
    },
    used: { title: 'Lenken er brukt', text: 'Svaret er notert fra før. Logg inn i Samspill for å si mer.' },
    over: { title: 'Lenken kan ikke brukes lenger', text: 'Logg inn i Samspill for å svare.' },
  },
  nn: {
    ask: {
      title: 'Korleis går det med tiltaket?',
      text: 'Svaret gjeld tiltaket som lenkja stod under i e-posten, og blir vist i historikken til tiltaket. Lenkja kan brukast éin gong.',
    },
    answers: { 'under-way': 'Arbeidet er i gang', 'more-time': 'Eg treng meir tid' },
    recorded: {
      'under-way': {
        title: 'Takk, svaret er notert',
        text: 'Det står i historikken til tiltaket at arbeidet er i gang. Logg inn i Samspill for å skrive meir.',
      },
      'more-time': {
        title: 'Takk, svaret er notert',
        text: 'Det står i historikken til tiltaket at du ber om meir tid. Fristen er ikkje endra: det gjer den som kan endre tiltaket.',
      },
    },
    used: { title: 'Lenkja er brukt', text: 'Svaret er notert frå før. Logg inn i Samspill for å seie meir.' },
    over: { title: 'Lenkja kan ikkje brukast lenger', text: 'Logg inn i Samspill for å svare.' },
  },
};
