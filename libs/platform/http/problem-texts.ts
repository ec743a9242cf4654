import type { Language } from '#platform/identity';
import { FIRST_YEAR, LAST_YEAR, type RefusalTexts } from '#platform/kernel';
import type { StreamRule } from '#platform/streams';

export type Sentence = Readonly<Record<Language, string>>;
interface ProblemText {
  readonly status: number;
  readonly title: Sentence;
  readonly detail: Sentence;
}

/** Problems of the platform itself; the contexts' rules have their own texts. */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    title: { nb: 'Noe er feil utfylt', nn: 'Noko er feil utfylt', en: 'Something is filled in wrongly' },
    detail: {
      nb: 'Rett feltene som er nevnt, og prøv igjen.',
      nn: 'Rett felta som er nemnde, og prøv igjen.',
      en: 'Correct the fields that are named and try again.',
    },
  },
  'malformed-json': {
    status: 400,
    title: { nb: 'Innholdet kan ikke leses', nn: 'Innhaldet kan ikkje lesast', en: 'The content cannot be read' },
    detail: {
      nb: 'Innholdet er ikke gyldig JSON. Send det på nytt.',
      nn: 'Innhaldet er ikkje gyldig JSON. Send det på nytt.',
      en: 'The content is not valid JSON. Send it again.',
    },
  },
  'sign-in-required': {
    status: 401,
    title: { nb: 'Du er ikke innlogget', nn: 'Du er ikkje innlogga', en: 'You are not signed in' },
    detail: {
      nb: 'Logg inn og prøv igjen.',
      nn: 'Logg inn og prøv igjen.',
      en: 'Sign in and try again.',
    },
  },
  'sign-in-again': {
    status: 403,
    title: { nb: 'Bekreft at det er deg', nn: 'Stadfest at det er deg', en: 'Confirm that it is you' },
    detail: {
      nb: 'Dette krever at du har logget inn de siste {minutes} minuttene. Bekreft at det er deg, og prøv igjen.',
      nn: 'Dette krev at du har logga inn dei siste {minutes} minutta. Stadfest at det er deg, og prøv igjen.',
      en: 'This needs a sign-in of the last {minutes} minutes. Confirm that it is you, and try again.',
    },
  },
  'municipality-merged': {
    status: 401,
    title: {
      nb: 'Kommunen er slått sammen med andre',
      nn: 'Kommunen er slått saman med andre',
      en: 'The municipality has merged',
    },
    detail: {
      nb: 'Arbeidet fortsetter i {name}. Logg inn der.',
      nn: 'Arbeidet held fram i {name}. Logg inn der.',
      en: 'The work continues in {name}. Sign in there.',
    },
  },
  forbidden: {
    status: 403,
    title: { nb: 'Ingen tilgang', nn: 'Ingen tilgang', en: 'No access' },
    detail: {
      nb: 'Rollen din gir ikke tilgang til dette, eller det finnes ikke. Spør koordinatoren hvis du mener du skal ha tilgang.',
      nn: 'Rolla di gir ikkje tilgang til dette, eller det finst ikkje. Spør koordinatoren om du meiner du skal ha tilgang.',
      en: 'Your role gives no access to this, or it does not exist. Ask the coordinator if you should have access.',
    },
  },
  'signed-in-as-another': {
    status: 409,
    title: {
      nb: 'Du er logget inn som en annen',
      nn: 'Du er logga inn som ein annan',
      en: 'You are signed in as another',
    },
    detail: {
      nb: 'Det er logget inn som en annen person i denne nettleseren siden siden ble åpnet. Ingenting er endret. Logg inn igjen som deg selv, eller last siden på nytt.',
      nn: 'Det er logga inn som ein annan person i denne nettlesaren sidan sida vart opna. Ingenting er endra. Logg inn igjen som deg sjølv, eller last sida på nytt.',
      en: 'Another person has signed in in this browser since the page was opened. Nothing was changed. Sign in again as yourself, or reload the page.',
    },
  },
  'sign-in-refused': {
    status: 403,
    title: { nb: 'Kan ikke logge inn', nn: 'Kan ikkje logge inn', en: 'Cannot sign in' },
    detail: {
      nb: 'Du kan bare logge inn som en som har en rolle i dag i en demokommune. Velg en av personene i listen.',
      nn: 'Du kan berre logge inn som ein som har ei rolle i dag i ein demokommune. Vel ein av personane i lista.',
      en: 'You can only sign in as someone who holds a role today in a demo municipality. Choose one of the people listed.',
    },
  },
  'logout-token-refused': {
    status: 400,
    title: {
      nb: 'Utloggingen ble ikke godtatt',
      nn: 'Utlogginga vart ikkje godteken',
      en: 'The sign-out was not accepted',
    },
    detail: {
      nb: 'Meldingen om utlogging er ikke laget av innloggingstjenesten for Samspill, er for gammel, eller har kommet før.',
      nn: 'Meldinga om utlogging er ikkje laga av innloggingstenesta for Samspill, er for gammal, eller har kome før.',
      en: 'The sign-out message was not made by the sign-in service for Samspill, is too old, or has come before.',
    },
  },
  'cross-site': {
    status: 403,
    title: {
      nb: 'Forespørselen kom fra en annen side',
      nn: 'Førespurnaden kom frå ei anna side',
      en: 'The request came from another site',
    },
    detail: {
      nb: 'Endringer kan bare gjøres fra Samspills egne sider. Åpne Samspill og prøv igjen der.',
      nn: 'Endringar kan berre gjerast frå Samspill sine eigne sider. Opne Samspill og prøv igjen der.',
      en: "Changes can only be made from Samspill's own pages. Open Samspill and try again there.",
    },
  },
  'unknown-host': {
    status: 421,
    title: { nb: 'Ukjent adresse', nn: 'Ukjend adresse', en: 'Unknown address' },
    detail: {
      nb: 'Samspill svarer bare under http://localhost på denne maskinen. Den som drifter Samspill kan oppgi en annen adresse med SAMSPILL_ORIGIN.',
      nn: 'Samspill svarer berre under http://localhost på denne maskina. Den som driftar Samspill kan gje opp ei anna adresse med SAMSPILL_ORIGIN.',
      en: 'Samspill answers only at http://localhost on this machine. Those who run Samspill can name another address with SAMSPILL_ORIGIN.',
    },
  },
  'not-found': {
    status: 404,
    title: { nb: 'Finnes ikke', nn: 'Finst ikkje', en: 'Not found' },
    detail: {
      nb: 'Det du ser etter, finnes ikke her. Sjekk adressen.',
      nn: 'Det du ser etter, finst ikkje her. Sjekk adressa.',
      en: 'What you are looking for is not here. Check the address.',
    },
  },
  conflict: {
    status: 409,
    title: { nb: 'Det går ikke nå', nn: 'Det går ikkje no', en: 'That cannot be done now' },
    detail: {
      nb: 'Slik saken står nå, kan dette ikke gjøres.',
      nn: 'Slik saka står no, kan dette ikkje gjerast.',
      en: 'As things stand, this cannot be done.',
    },
  },
  stale: {
    status: 412,
    title: { nb: 'Endret siden du leste', nn: 'Endra sidan du las', en: 'Changed since you read it' },
    detail: {
      nb: 'Noen har endret dette siden du åpnet det. Last inn på nytt og gjør endringen igjen.',
      nn: 'Nokon har endra dette sidan du opna det. Last inn på nytt og gjer endringa igjen.',
      en: 'Someone has changed this since you opened it. Reload and make your change again.',
    },
  },
  'too-large': {
    status: 413,
    title: { nb: 'For mye innhold', nn: 'For mykje innhald', en: 'Too much content' },
    detail: {
      nb: 'Innholdet er større enn Samspill tar imot på én gang. Kort det ned, eller del det opp.',
      nn: 'Innhaldet er større enn Samspill tek imot på éin gong. Kort det ned, eller del det opp.',
      en: 'The content is larger than Samspill takes at once. Shorten it or divide it.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: { nb: 'Feil type innhold', nn: 'Feil type innhald', en: 'Wrong type of content' },
    detail: {
      nb: 'Send innholdet som JSON (Content-Type: application/json).',
      nn: 'Send innhaldet som JSON (Content-Type: application/json).',
      en: 'Send the content as JSON (Content-Type: application/json).',
    },
  },
  refused: {
    status: 422,
    title: { nb: 'Noe må rettes først', nn: 'Noko må rettast først', en: 'Something must be put right first' },
    detail: {
      nb: 'Rett det som er nevnt, og prøv igjen.',
      nn: 'Rett det som er nemnt, og prøv igjen.',
      en: 'Correct what is named and try again.',
    },
  },
  'too-many': {
    status: 429,
    title: { nb: 'For mange vinduer', nn: 'For mange vindauge', en: 'Too many windows' },
    detail: {
      nb: 'Samspill er åpent i mange vinduer. Endringer vises ikke av seg selv her før du lukker noen av dem.',
      nn: 'Samspill er ope i mange vindauge. Endringar blir ikkje viste av seg sjølv her før du lukkar nokre av dei.',
      en: 'Samspill is open in many windows. Changes do not show by themselves here until you close some of them.',
    },
  },
  'too-fast': {
    status: 429,
    title: { nb: 'For mange forespørsler', nn: 'For mange førespurnader', en: 'Too many requests' },
    detail: {
      nb: 'Det kom uvanlig mange forespørsler herfra. Vent {seconds} sekunder, og prøv igjen.',
      nn: 'Det kom uvanleg mange førespurnader herifrå. Vent {seconds} sekund, og prøv igjen.',
      en: 'Unusually many requests came from here. Wait {seconds} seconds and try again.',
    },
  },
  fault: {
    status: 500,
    title: { nb: 'Noe gikk galt hos oss', nn: 'Noko gjekk gale hos oss', en: 'Something went wrong on our side' },
    detail: {
      nb: 'Feilen er notert. Prøv igjen, og oppgi nummeret nedenfor til den som drifter Samspill hvis det skjer på nytt.',
      nn: 'Feilen er notert. Prøv igjen, og oppgi nummeret nedanfor til den som driftar Samspill om det skjer på nytt.',
      en: 'The fault is noted. Try again, and give the number below to those who run Samspill if it happens again.',
    },
  },
  unavailable: {
    status: 503,
    title: { nb: 'Samspill er ikke klar', nn: 'Samspill er ikkje klar', en: 'Samspill is not ready' },
    detail: {
      nb: 'Databasen svarer ikke akkurat nå. Vent litt, last inn på nytt, og gjør endringen igjen hvis den ikke er lagret.',
      nn: 'Databasen svarer ikkje akkurat no. Vent litt, last inn på nytt, og gjer endringa igjen om ho ikkje er lagra.',
      en: 'The database does not answer just now. Wait a little, reload, and make your change again if it was not saved.',
    },
  },
  busy: {
    status: 503,
    title: { nb: 'Mange skriver samtidig', nn: 'Mange skriv samstundes', en: 'Many are writing at once' },
    detail: {
      nb: 'Mange endrer dette akkurat nå, og endringen din er ikke lagret. Vent litt og prøv igjen.',
      nn: 'Mange endrar dette akkurat no, og endringa di er ikkje lagra. Vent litt og prøv igjen.',
      en: 'Many are changing this just now, and your change is not saved. Wait a little and try again.',
    },
  },
  'cannot-save': {
    status: 503,
    title: { nb: 'Samspill kan ikke lagre', nn: 'Samspill kan ikkje lagre', en: 'Samspill cannot save' },
    detail: {
      nb: 'Databasen kan ikke lagre akkurat nå, og det du gjorde, er ikke lagret. Si fra til den som drifter Samspill, og prøv igjen senere.',
      nn: 'Databasen kan ikkje lagre akkurat no, og det du gjorde, er ikkje lagra. Sei frå til den som driftar Samspill, og prøv igjen seinare.',
      en: 'The database cannot save just now, and what you did was not saved. Tell whoever runs Samspill, and try again later.',
    },
  },
  halted: {
    status: 503,
    title: { nb: 'Oversiktene står stille', nn: 'Oversiktene står stille', en: 'The overviews stand still' },
    detail: {
      nb: 'Det du gjorde, er lagret, men noen av oversiktene i kommunen står stille etter en feil. Si fra til den som drifter Samspill.',
      nn: 'Det du gjorde, er lagra, men nokre av oversiktene i kommunen står stille etter ein feil. Sei frå til den som driftar Samspill.',
      en: 'What you did is saved, but some overviews of the municipality stand still after a fault. Tell whoever runs Samspill.',
    },
  },
  'not-yet-visible': {
    status: 504,
    title: { nb: 'Ikke oppdatert ennå', nn: 'Ikkje oppdatert enno', en: 'Not up to date yet' },
    detail: {
      nb: 'Endringen er lagret, men listene er ikke oppdatert ennå. Vent litt og last inn på nytt.',
      nn: 'Endringa er lagra, men listene er ikkje oppdaterte enno. Vent litt og last inn på nytt.',
      en: 'The change is saved, but the lists are not up to date yet. Wait a little and reload.',
    },
  },
} as const satisfies Record<string, ProblemText>;
export type ProblemName = keyof typeof PROBLEMS;

/** Refusals possible for any command, in every context. */
export const STREAM_REFUSALS: RefusalTexts<StreamRule> = {
  NOT_FOUND: { kind: 'not-found', ...PROBLEMS['not-found'].detail },
  CHANGED_SINCE_READ: { kind: 'stale', ...PROBLEMS.stale.detail },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'invalid',
    nb: 'Denne Idempotency-Key er brukt før med et annet innhold. Bruk en ny nøkkel for en ny endring.',
    nn: 'Denne Idempotency-Key er brukt før med eit anna innhald. Bruk ein ny nøkkel for ei ny endring.',
    en: 'This Idempotency-Key was used before with other content. Use a new key for a new change.',
  },
  MUNICIPALITY_MERGED: {
    kind: 'conflict',
    nb: 'Kommunen er slått sammen med andre, og arbeidet fortsetter i den nye kommunen. Logg inn der.',
    nn: 'Kommunen er slått saman med andre, og arbeidet held fram i den nye kommunen. Logg inn der.',
    en: 'The municipality has merged with others, and the work continues in the new one. Sign in there.',
  },
  FORBIDDEN_CHARACTER: {
    kind: 'invalid',
    nb: 'Teksten har et tegn som ikke kan lagres. Skriv den inn på nytt.',
    nn: 'Teksten har eit teikn som ikkje kan lagrast. Skriv han inn på nytt.',
    en: 'The text holds a character that cannot be kept. Type it again.',
  },
  DAY_OUT_OF_RANGE: {
    kind: 'invalid',
    nb: `Året må være fra ${FIRST_YEAR} til ${LAST_YEAR}. Se etter en skrivefeil.`,
    nn: `Året må vere frå ${FIRST_YEAR} til ${LAST_YEAR}. Sjå etter ein skrivefeil.`,
    en: `The year must be from ${FIRST_YEAR} to ${LAST_YEAR}. Look for a slip of the pen.`,
  },
  VALUE_OUT_OF_RANGE: {
    kind: 'invalid',
    nb: 'Verdien er utenfor det Samspill kan lagre. Se etter en skrivefeil.',
    nn: 'Verdien er utanfor det Samspill kan lagre. Sjå etter ein skrivefeil.',
    en: 'The value is outside what Samspill can keep. Look for a slip of the pen.',
  },
};
