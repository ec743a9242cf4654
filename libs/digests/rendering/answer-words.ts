import type { OwnerAnswer } from '#actions/contract';
import type { Language } from '#platform/identity';

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

export const ANSWER_WORDS: Readonly<Record<Language, AnswerWords>> = {
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
  en: {
    ask: {
      title: 'How is the action going?',
      text: 'The answer is about the action above the link in the mail, and is shown in its history. The link can be used once.',
    },
    answers: { 'under-way': 'The work is under way', 'more-time': 'I need more time' },
    recorded: {
      'under-way': {
        title: 'Thank you, the answer is recorded',
        text: 'The history of the action says that the work is under way. Sign in to Samspill to write more.',
      },
      'more-time': {
        title: 'Thank you, the answer is recorded',
        text: 'The history of the action says that you ask for more time. The due date has not changed: whoever may change the action does that.',
      },
    },
    used: { title: 'The link has been used', text: 'The answer is recorded already. Sign in to Samspill to say more.' },
    over: { title: 'The link can no longer be used', text: 'Sign in to Samspill to answer.' },
  },
};
