import type { MailPage } from './page-content.js';

const at = (path: string) => `https://samspill.example/${path}`;

/** A weekly digest with every kind of section; all names are invented. */
export const WEEK_47: MailPage = {
  language: 'nb',
  sender: { product: 'Samspill', municipality: 'Fjordvik kommune · Demodata' },
  title: '3 saker krever deg',
  intro: 'Uke 47. Tallene gjelder tjenestene dine mandag 16. november kl. 07.00.',
  sections: [
    {
      heading: 'Krever deg nå',
      items: [
        {
          text: 'PPT har vært borte fra to møter på rad',
          details: 'Lyngneset skole, 14. oktober og 11. november',
          url: at('v/4k7q'),
        },
        {
          text: 'Et tiltak hos PPT er 21 virkedager over fristen',
          details: 'Fjordvik sentralskole · Piotr Bråten · frist 16. oktober',
          url: at('v/9d2m'),
        },
        {
          text: 'Et tiltak hos helsestasjonen er 16 virkedager over fristen',
          details: 'Tjeldsvika ungdomsskole · Jonas Olsen · frist 23. oktober',
          url: at('v/1x8p'),
        },
      ],
      more: { text: 'Alle 23 saker', url: at('varsler') },
    },
    {
      heading: 'Møter',
      figures: [
        {
          text: 'Enheter med møte i november',
          note: '16 av 29 samme dag i fjor',
          value: '17 av 29',
          url: at('v/6t3a'),
        },
        { text: 'Møter holdt forrige uke', value: '9', url: at('v/6t3b') },
        { text: 'Møter planlagt denne uken', value: '8', url: at('v/6t3c') },
      ],
    },
    { heading: 'Protokoller', figures: [], items: [] },
    {
      heading: 'Tiltak',
      table: {
        columns: ['Tjeneste', 'Nye', 'Avsluttet', 'Åpne', 'Over frist', 'Endring'],
        rows: [
          { name: { text: 'PPT', url: at('v/7c9a') }, values: ['4', '3', '31', '9', '+2'] },
          { name: { text: 'Helsestasjon og skolehelse', url: at('v/7c9b') }, values: ['2', '5', '24', '6', '−1'] },
          { name: { text: 'Barnevern' }, values: ['1', '1', '12', '3', '0'] },
        ],
        total: { text: 'I alt', values: ['7', '9', '67', '18', '+1'] },
        note: 'Endring: tiltak over frist siden forrige mandag',
      },
    },
    { heading: 'Bra denne uken', points: ['Solvollmarka skole er i rute igjen, med møte og protokoll i tide.'] },
  ],
  button: { text: 'Les den i Samspill', url: at('oppsummering/2026-47') },
  footer: [
    {
      text: 'Lenkene viser tallene slik de var da brevet ble laget. Du får brevet hver mandag fordi du er virksomhetsleder. Det hører til rollen og kan ikke slås av.',
    },
    { text: 'Du kan velge', link: { text: 'språk, ukedag og stille timer', url: at('innstillinger/varsler') } },
    { text: 'Vi måler ikke om du åpner det.' },
  ],
};
