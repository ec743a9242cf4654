import type { Language } from '#platform/identity';
import { tooLongInWords } from '#platform/kernel';
import type { WrongField } from './problem.js';
import { STREAM_REFUSALS, type Sentence } from './problem-texts.js';

type Issue = WrongField['issue'];

/** The fault of a field and its remedy, as a sentence. Names the expected values, never the sent one. */
export const sentenceOf = (issue: Issue, language: Language): string => sentence(issue)[language];

function sentence(issue: Issue): Sentence {
  switch (issue.code) {
    case 'missing':
      return say('Feltet mangler. Fyll det ut.', 'Feltet manglar. Fyll det ut.', 'The field is missing. Fill it in.');
    case 'unknown_field':
    case 'unrecognized_keys':
      return say(
        'Dette feltet finnes ikke her. Fjern det, eller se etter en skrivefeil.',
        'Dette feltet finst ikkje her. Fjern det, eller sjå etter ein skrivefeil.',
        'There is no such field here. Remove it, or look for a slip of the pen.',
      );
    case 'forbidden_character':
      return STREAM_REFUSALS.FORBIDDEN_CHARACTER;
    case 'too_deep':
      return say(
        'Innholdet har for mange nivåer inne i hverandre. Send det slik API-et beskriver.',
        'Innhaldet har for mange nivå inni kvarandre. Send det slik API-et beskriv.',
        'The content has too many levels within each other. Send it as the API describes.',
      );
    case 'invalid_type':
      return expected(issue.expected);
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return say(`Velg en av disse: ${values}.`, `Vel ein av desse: ${values}.`, `Choose one of these: ${values}.`);
    }
    case 'too_small':
      return least(issue.origin, Number(issue.minimum));
    case 'text_too_long':
      return tooLongInWords(issue.tooMany, issue.most);
    case 'too_big':
      return most(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return format(issue.format);
    case 'custom':
      if (issue.params?.rule === 'at-most') return most(String(issue.params.origin), Number(issue.params.maximum));
      return RULES.get(String(issue.params?.rule)) ?? NOT_VALID;
    default:
      return NOT_VALID;
  }
}

const say = (nb: string, nn: string, en: string): Sentence => ({ nb, nn, en });

const NOT_VALID = say(
  'Verdien er ikke gyldig her. Sjekk den og prøv igjen.',
  'Verdien er ikkje gyldig her. Sjekk han og prøv igjen.',
  'The value is not valid here. Check it and try again.',
);

/** Rules that a schema's shape cannot express, by their name in the schema. */
const RULES: ReadonlyMap<string, Sentence> = new Map<string, Sentence>(
  Object.entries({
    'national-number': say(
      'Teksten ser ut til å ha et fødselsnummer. Ta det bort; det skal ikke lagres her.',
      'Teksten ser ut til å ha eit fødselsnummer. Ta det bort; det skal ikkje lagrast her.',
      'The text seems to hold a national identity number. Remove it; it must not be kept here.',
    ),
    'phone-number': say(
      'Telefonnummeret er ikke gyldig. Skriv åtte sifre, eller + og landkode.',
      'Telefonnummeret er ikkje gyldig. Skriv åtte siffer, eller + og landkode.',
      'The telephone number is not valid. Write eight digits, or + and the country’s code.',
    ),
    'calendar-range': STREAM_REFUSALS.DAY_OUT_OF_RANGE,
    'organisation-number': say(
      'Organisasjonsnummeret stemmer ikke: det siste sifferet er ikke rett kontrollsiffer. Se etter en skrivefeil.',
      'Organisasjonsnummeret stemmer ikkje: det siste sifferet er ikkje rett kontrollsiffer. Sjå etter ein skrivefeil.',
      'The organisation number is wrong: its last digit is not the right check digit. Look for a slip of the pen.',
    ),
  }),
);

const TYPES: ReadonlyMap<string, Sentence> = new Map<string, Sentence>(
  Object.entries({
    string: say('tekst', 'tekst', 'text'),
    number: say('et tall', 'eit tal', 'a number'),
    int: say('et helt tall', 'eit heilt tal', 'a whole number'),
    boolean: say('ja eller nei (true, false)', 'ja eller nei (true, false)', 'yes or no (true, false)'),
    array: say('en liste', 'ei liste', 'a list'),
    object: say('et sett med felter', 'eit sett med felt', 'a set of fields'),
    null: say('ingenting (null)', 'ingenting (null)', 'nothing (null)'),
  }),
);

function expected(type: string): Sentence {
  const what = TYPES.get(type) ?? say(type, type, type);
  return say(`Her skal det stå ${what.nb}.`, `Her skal det stå ${what.nn}.`, `This should be ${what.en}.`);
}

function least(origin: string, minimum: number): Sentence {
  if (origin === 'string')
    return minimum <= 1
      ? say('Feltet kan ikke være tomt.', 'Feltet kan ikkje vere tomt.', 'The field cannot be empty.')
      : say(`Skriv minst ${minimum} tegn.`, `Skriv minst ${minimum} teikn.`, `Write at least ${minimum} characters.`);
  if (origin === 'array' || origin === 'set')
    return say(`Oppgi minst ${minimum}.`, `Oppgi minst ${minimum}.`, `Give at least ${minimum}.`);
  return say(
    `Verdien må være minst ${minimum}.`,
    `Verdien må vere minst ${minimum}.`,
    `The value must be at least ${minimum}.`,
  );
}

function most(origin: string, maximum: number): Sentence {
  if (origin === 'string')
    return say(
      `Teksten kan ha høyst ${maximum} tegn. Kort den ned.`,
      `Teksten kan ha høgst ${maximum} teikn. Kort han ned.`,
      `The text may have at most ${maximum} characters. Shorten it.`,
    );
  if (origin === 'array' || origin === 'set')
    return say(`Oppgi høyst ${maximum}.`, `Oppgi høgst ${maximum}.`, `Give at most ${maximum}.`);
  return say(
    `Verdien kan være høyst ${maximum}.`,
    `Verdien kan vere høgst ${maximum}.`,
    `The value may be at most ${maximum}.`,
  );
}

function format(name: string): Sentence {
  if (name === 'date')
    return say(
      'Skriv datoen som åååå-mm-dd, for eksempel 2026-11-22.',
      'Skriv datoen som åååå-mm-dd, til dømes 2026-11-22.',
      'Write the date as yyyy-mm-dd, for example 2026-11-22.',
    );
  if (name === 'email')
    return say('Skriv en gyldig e-postadresse.', 'Skriv ei gyldig e-postadresse.', 'Write a valid mail address.');
  return say(
    'Verdien har ikke riktig form. Sjekk den og prøv igjen.',
    'Verdien har ikkje rett form. Sjekk han og prøv igjen.',
    'The value does not have the right form. Check it and try again.',
  );
}
