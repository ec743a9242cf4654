import type { MissingIndicator, Texts } from './indicator.js';

const CASES: Texts = {
  nb: 'Venter på barnesaker, som kommer i en senere versjon.',
  nn: 'Ventar på barnesaker, som kjem i ein seinare versjon.',
  en: 'Waits for cases about named children, which come in a later version.',
};
const GOALS: Texts = {
  nb: 'Venter på mål og nettverk, som kommer i en senere versjon.',
  nn: 'Ventar på mål og nettverk, som kjem i ein seinare versjon.',
  en: 'Waits for goals and networks, which come in a later version.',
};
const missing = (id: number, nb: string, nn: string, en: string, reason: Texts): MissingIndicator => ({
  id,
  name: { nb, nn, en },
  reason,
});

/** Indicators of workflow § 3.6 that cannot be computed yet, each with the reason. */
export const MISSING_INDICATORS: readonly MissingIndicator[] = [
  missing(11, 'Møter uten tiltak (utkast)', 'Møte utan tiltak (utkast)', 'Meetings without actions (drafts)', {
    nb: 'Utkast lagres ikke i loggen (ADR 0042), så det kan ikke telles hvor mange som var uten tiltak.',
    nn: 'Utkast blir ikkje lagra i loggen (ADR 0042), så det kan ikkje teljast kor mange som var utan tiltak.',
    en: 'Drafts are not kept in the log (ADR 0042), so those without actions cannot be counted.',
  }),
  missing(15, 'Samtykke på plass', 'Samtykke på plass', 'Consent in place', CASES),
  missing(
    31,
    'Tid fra tatt opp til første tiltak',
    'Tid frå teke opp til første tiltak',
    'Time from raised to first action',
    CASES,
  ),
  missing(
    33,
    'Gjennomsnittsalder ved første gang tatt opp',
    'Gjennomsnittsalder ved første gong teke opp',
    'Mean age when first raised',
    CASES,
  ),
  missing(34, 'Endring i snittalder', 'Endring i snittalder', 'Change in mean age', CASES),
  missing(
    35,
    'Andel under 10 år ved første gang',
    'Del under 10 år ved første gong',
    'Share under 10 when first raised',
    CASES,
  ),
  missing(
    36,
    'Snittalder ved henvisning til PPT',
    'Snittalder ved tilvising til PPT',
    'Mean age at referral to PPT',
    CASES,
  ),
  missing(39, 'Nye saker per 100 barn', 'Nye saker per 100 barn', 'New cases per 100 children', CASES),
  missing(40, 'Gjentatt tatt opp', 'Teke opp fleire gonger', 'Raised repeatedly', CASES),
  missing(41, 'Overgang sikret', 'Overgang sikra', 'Transition secured', CASES),
  missing(42, 'Samtykkeandel', 'Samtykkedel', 'Share with consent', CASES),
  missing(43, 'Andel med vedtak om ITO', 'Del med vedtak om ITO', 'Share with a decision on ITO', GOALS),
  missing(44, 'Indeks', 'Indeks', 'Index', GOALS),
  missing(
    45,
    'Ungdom med ITO på alternativ opplæringsarena',
    'Ungdom med ITO på alternativ opplæringsarena',
    'Youth with ITO in alternative training',
    GOALS,
  ),
  missing(
    46,
    'Spesialpedagogisk hjelp i barnehage',
    'Spesialpedagogisk hjelp i barnehage',
    'Special needs help in kindergarten',
    GOALS,
  ),
  missing(47, 'PPT ventetid', 'PPT ventetid', 'PPT waiting time', GOALS),
  missing(48, 'Menn i barnehage', 'Menn i barnehage', 'Men in kindergartens', GOALS),
  missing(49, 'Skoleresultat', 'Skuleresultat', 'School results', GOALS),
  missing(50, 'Måloppnåelse', 'Måloppnåing', 'Goals reached', GOALS),
  missing(51, 'Egen utvikling', 'Eiga utvikling', 'Own development', GOALS),
  missing(53, 'Statped', 'Statped', 'Statped', GOALS),
  missing(54, 'Planer', 'Planar', 'Plans', GOALS),
  missing(55, 'Nettverk', 'Nettverk', 'Networks', GOALS),
];
