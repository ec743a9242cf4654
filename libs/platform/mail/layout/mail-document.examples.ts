import type { MailDocument } from './mail-document.js';

const at = (path: string) => `https://samspill.example/${path}`;

/** A weekly digest with every kind of part; all names are invented. */
export const WEEK_47: MailDocument = {
  language: 'nb',
  subject: 'Ukesoppsummering uke 47 – 3 saker krever deg',
  title: '3 saker krever deg',
  lead: 'Uke 47. Tallene gjelder tjenestene dine mandag 16. november kl. 07.00.',
  organisation: 'Fjordvik kommune · Demodata',
  parts: [
    {
      kind: 'items',
      heading: 'Krever deg nå',
      items: [
        {
          matter: 'PPT har vært borte fra to møter på rad',
          details: 'Lyngneset skole, 14. oktober og 11. november',
          href: at('v/4k7q'),
        },
        {
          matter: 'Et tiltak hos PPT er 21 virkedager over fristen',
          details: 'Fjordvik sentralskole · Piotr Bråten · frist 16. oktober',
          href: at('v/9d2m'),
          also: { text: 'Svar om tiltaket', href: at('svar/9d2m') },
        },
      ],
      more: { text: 'Se 21 saker til', href: at('varsler') },
    },
    {
      kind: 'figures',
      heading: 'Møter',
      rows: [
        {
          name: 'Enheter med møte i november',
          aside: '16 av 29 samme dag i fjor',
          value: '17 av 29',
          href: at('v/6t3a'),
        },
        { name: 'Møter holdt forrige uke', aside: null, value: '9', href: at('v/6t3b') },
      ],
      more: { text: 'Se 4 til', href: at('moter') },
    },
    {
      kind: 'table',
      heading: 'Tiltak',
      columns: ['Tjeneste', 'Nye', 'Avsluttet', 'Åpne', 'Over frist', 'Endring'],
      rows: [
        {
          name: 'PPT',
          href: at('v/7c9a'),
          cells: ['4', '3', '31', '9', '+2'],
          sentence: '4 nye, 3 avsluttet, 31 åpne, 9 over frist (+2)',
        },
        {
          name: 'Barnevern',
          href: null,
          cells: ['1', '1', '12', '3', '0'],
          sentence: '1 nytt, 1 avsluttet, 12 åpne, 3 over frist (0)',
        },
      ],
      total: {
        name: 'I alt',
        href: at('v/7c9d'),
        cells: ['5', '4', '43', '12', '+2'],
        sentence: '5 nye, 4 avsluttet, 43 åpne, 12 over frist (+2)',
      },
      note: 'Endring: tiltak over frist siden forrige mandag',
    },
    {
      kind: 'list',
      heading: 'Bra denne uken',
      sentences: [
        {
          sentence: 'Solvollmarka skole er i rute igjen, med møte og protokoll i tide.',
          href: at('oppsummering/2026-47'),
        },
        { sentence: 'PPT fullførte to tiltak innen fristen.', href: null },
      ],
    },
  ],
  button: { text: 'Les den i Samspill', href: at('oppsummering/2026-47') },
  footer: [
    { text: 'Lenkene viser tallene slik de var da brevet ble laget.' },
    { text: 'Du får brevet hver mandag fordi du er virksomhetsleder. Velg språk og ukedag', href: at('innstillinger') },
    { text: 'Vi måler ikke om du åpner det.' },
  ],
};
