import type { z } from 'zod';
import type { ActionCategory, Approach } from '#actions/contract';
import type { TopicCode } from '#meetings/contract';

type Topic = z.infer<typeof TopicCode>;
type Category = z.infer<typeof ActionCategory>;

/** Headings of system matters: about groups, routines and competence, never about a child. */
export const HEADINGS: Readonly<Record<Topic, readonly string[]>> = {
  'learning-environment': [
    'Arbeidsro i fellestimene på mellomtrinnet',
    'Overganger mellom aktiviteter i garderoben',
    'Voksentetthet og roller i uteleken',
  ],
  bullying: ['Rutine for trygt og godt miljø: hvem gjør hva når', 'Inspeksjon og møteplasser i friminuttene'],
  language: [
    'Språkmiljø på småbarnsavdelingen',
    'Felles begrepsopplæring på tvers av avdelinger',
    'Språkgrupper: hyppighet og innhold',
  ],
  'reading-writing': ['Systematisk begynneropplæring i lesing', 'Oppfølging etter kartleggingsprøver i lesing'],
  mathematics: ['Tidlig innsats i matematikk på 1.–4. trinn', 'Bruk av konkreter i matematikkopplæringen'],
  behaviour: ['Felles forventninger til atferd på fellesområder', 'Forebygging av uro i overgangssituasjoner'],
  attendance: ['Rutine ved økende fravær på ungdomstrinnet', 'Registrering og oppfølging av udokumentert fravær'],
  'social-skills': ['Lekegrupper med voksenstøtte', 'Sosial læreplan: månedens tema'],
  'mental-health': ['Livsmestring som tema i klassene', 'Tilgjengelighet hos helsesykepleier i skoletiden'],
  health: ['Samordning av helsestasjonskontroller og observasjon', 'Kosthold og fysisk aktivitet i hverdagen'],
  'motor-skills': ['Motorisk aktivitet ute: tilrettelegging av området', 'Grovmotorisk grunntrening i små grupper'],
  transition: [
    'Overgang barnehage–skole: plan og ansvar',
    'Overgang fra barneskole til ungdomsskole',
    'Overgang mellom småbarns- og storbarnsavdeling',
  ],
  'parent-cooperation': ['Innhold i foreldremøtene i høst', 'Samarbeidet med FAU om nettvett'],
  'staff-competence': [
    'Kompetanse i begynneropplæring hos nye ansatte',
    'Veiledning av assistenter',
    'Felles forståelse av relasjonskompetanse',
  ],
  routines: [
    'Rutine for deling av informasjon mellom tjenestene',
    'Årshjul for det tverrfaglige samarbeidet',
    'Møtestruktur og saksliste',
  ],
  'physical-environment': ['Støynivå og romdeling', 'Skjerming og tilpassede soner ute'],
  multilingual: ['Flerspråklige barn: kartlegging og støtte', 'Bruk av tolk i foreldresamtaler'],
  other: ['Erfaringer så langt i skoleåret'],
};

interface ActionText {
  readonly text: string;
  readonly wanted: string | null;
}
const says = (text: string, wanted: string | null = null): ActionText => ({ text, wanted });

/** Agreed actions by category; the sentence describes the owner's part of the work. */
export const ACTIONS: Readonly<Record<Category, readonly ActionText[]>> = {
  'competence-building': [
    says('Holde kursrekke om relasjonskompetanse for hele personalet', 'Felles språk og praksis i personalet'),
    says('Gjennomføre tre økter om språkutvikling på personalmøtene', 'Flere språkstimulerende samtaler i hverdagen'),
    says('Lage opplæringsplan for nye assistenter'),
    says('Gå gjennom rutinen for trygt miljø med alle ansatte', 'Alle kjenner sin del av rutinen'),
  ],
  guidance: [
    says('Veilede teamet på trinnet annenhver uke', 'Tydeligere klasseledelse'),
    says('Gi gruppeveiledning til pedagogiske ledere', 'Tryggere ledelse av avdelingen'),
    says('Delta i teammøte og gi råd om organisering av gruppa'),
  ],
  'observation-assessment': [
    says('Observere samspillet i gruppa i to økter og gi tilbakemelding'),
    says('Kartlegge språkmiljøet med felles verktøy', 'Vite hvor innsatsen trengs mest'),
    says('Gå gjennom resultatene fra kartleggingen og foreslå tiltak for gruppa'),
  ],
  'group-adaptation': [
    says('Dele gruppa i mindre lekegrupper tre dager i uka', 'Mindre konflikt og mer deltakelse i leken'),
    says('Innføre faste visuelle dagsplaner i alle klasserom', 'Roligere overganger'),
    says('Sette opp intensive lesekurs i seks uker', 'Bedre leseflyt på trinnet'),
    says('Endre voksenroller i garderoben og uteleken'),
  ],
  'parent-cooperation': [
    says('Lage felles informasjon til foreldre om leggetider og skjermbruk'),
    says('Holde temakveld for foreldre om språk og lesing', 'Mer høytlesing hjemme'),
    says('Avtale fast møtepunkt med FAU om skolemiljøet'),
  ],
  referral: [
    says('Avklare med PPT om systemrettet henvisning for trinnet'),
    says('Forberede drøfting av saken med BUP på systemnivå'),
  ],
  statped: [says('Undersøke om Statped kan gi veiledning på systemnivå')],
  'extra-resources': [
    says('Sette inn ekstra assistentressurs i gruppa fram til jul', 'Rom for små grupper i en periode'),
    says('Styrke begynneropplæringen med to timer i uka', 'Alle på trinnet knekker lesekoden'),
  ],
  report: [says('Skrive felles rutine for melding og oppfølging og legge den fram for personalet')],
  other: [
    says('Oppdatere årshjulet for samarbeidet og dele det med tjenestene'),
    says('Avtale fast kontorsted for helsesykepleier hver tirsdag'),
    says('Lage oversikt over hvem som gjør hva ved overgangen til skolen'),
  ],
};

export const APPROACH: Readonly<Record<Category, z.infer<typeof Approach>>> = {
  'competence-building': 'preventive',
  guidance: 'preventive',
  'observation-assessment': 'preventive',
  'group-adaptation': 'preventive',
  'parent-cooperation': 'preventive',
  referral: 'compensating',
  statped: 'compensating',
  'extra-resources': 'compensating',
  report: 'compensating',
  other: 'preventive',
};

export const POSTPONED_BECAUSE = [
  'Sykdom hos møteleder',
  'Kollisjon med kommunal samling',
  'For få av tjenestene kunne møte',
] as const;
export const CANCELLED_BECAUSE = [
  'Streik',
  'Stengt på grunn av uvær',
  'Møtet slås sammen med neste måneds møte',
] as const;
export const MOVED_BECAUSE = ['Lagt utenom planleggingsdag', 'Ønske fra PPT'] as const;
export const EXEMPT_BECAUSE = [
  'Enheten flytter til nye lokaler denne måneden',
  'Ny leder tiltrer; dobbelt møte neste måned',
] as const;
export const EXTRAORDINARY_BECAUSE = [
  'Rask avklaring av ansvar etter endret bemanning',
  'Behov for samlet plan etter økt uro på trinnet',
] as const;
export const CORRECTED_BECAUSE = ['Feil frist i protokollen', 'Tiltaket var ført med feil kategori'] as const;
export const CARRIED_ON_BECAUSE = [
  'Trenger mer tid før virkningen kan ses',
  'Utsatt på grunn av sykefravær',
  'Startet senere enn planlagt',
] as const;
export const NOTES = [
  'Godt i gang, første økt er gjennomført.',
  'Avtalt tid med teamet.',
  'Halvveis; deltakelsen er god.',
  'Materiellet er bestilt og tatt i bruk.',
  'Personalet melder om roligere overganger.',
] as const;
export const COMPLETED_NOTES = ['Gjennomført som avtalt.', 'Gjennomført, og tas inn i årshjulet.', null] as const;
export const EFFECT_NOTES = [
  'Personalet ser tydelig endring.',
  'Noe bedre, men ujevnt mellom gruppene.',
  null,
] as const;
export const HANDOVER_BECAUSE = [
  'Skifter ansvarsområde',
  'Den nye kontakten for enheten tar over',
  'Permisjon',
] as const;
