import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { CalendarDate, TimeOfDay } from '#platform/kernel';
import type { Block, Cell, Paper } from '#platform/pdf';
import { adviser, anAction, head, ppt, unitId } from '../../domain/meeting/meeting.examples.js';
import { Protocol } from '../../contract/index.js';
import type { ProtocolAnswer } from '../../read-models/protocol-register/protocol.dto.js';
import { protocolPaper, type PrintedProtocol } from './protocol-paper.js';
import * as words from './protocol-words.js';

const day = (text: string) => CalendarDate.parse(text);
const MATTER = '5b1f3a52-7a3e-5d0a-9b52-0f8f5b1c2d3e';

const content = {
  text: 'Kurs i språkstimulering',
  ownerId: adviser,
  ownerServiceId: ppt,
  dueOn: day('2026-12-07'),
  followUpOn: day('2026-12-09'),
  level: 'group',
  category: 'guidance',
  approach: 'preventive',
  contributors: [{ personId: head, serviceId: null }],
  resources: { nok: 12_500, hours: 7.5 },
  wantedEffect: 'Flere samtaler',
  matterId: MATTER,
} as const;
const protocol = (changes: Partial<z.input<typeof Protocol>> = {}): Protocol =>
  Protocol.parse({
    heldOn: '2026-11-18',
    startedAt: TimeOfDay.parse('12:30'),
    endedAt: '13:45',
    place: 'Møterom Fjord',
    digital: true,
    chairId: head,
    minuteTakerId: null,
    participants: [
      { personId: head, role: 'unit-leader', unitId, serviceId: null, attendance: 'present', deputyId: null },
      { personId: adviser, role: 'service-member', unitId: null, serviceId: ppt, attendance: 'deputy', deputyId: head },
    ],
    earlierActions: [
      { outcome: 'carried-on', actionId: anAction(1), dueOn: '2027-01-15', followUpOn: '2027-01-20', reason: 'Venter' },
    ],
    matters: [
      { matterId: MATTER, kind: 'system', topic: 'language', cause: 'competence', heading: 'Språkmiljø' },
      {
        matterId: '6b1f3a52-7a3e-5d0a-9b52-0f8f5b1c2d3e',
        kind: 'anonymous',
        topic: 'attendance',
        cause: null,
        ageBand: '6-9',
        setting: 'home',
      },
    ],
    actions: [{ ...content, actionId: anAction(2) }],
    nextMeetingOn: '2026-12-09',
    ...changes,
  });
const versions = [
  { version: 1, reason: null, filedOn: day('2026-11-19'), filedBy: head },
  { version: 2, reason: 'Feil frist', filedOn: day('2026-11-20'), filedBy: head },
];
const printed = (version = 1, it: Protocol = protocol()): PrintedProtocol => ({
  filed: {
    ...versions[version - 1]!,
    meetingId: anAction(3) as never,
    municipalityName: 'Fjordvik kommune',
    protocol: it,
    versions,
    unitIds: [unitId],
    units: [{ unitId, name: 'Nordlia skole', kind: 'school' }],
    people: [
      { personId: head, name: 'Kari Lund', title: 'Rektor', role: 'unit-leader', place: 'Nordlia skole' },
      { personId: adviser, name: 'Ola Berg', title: null, role: 'service-member', place: 'PPT' },
    ],
    earlierTexts: [{ actionId: anAction(1), text: 'Felles rutine', ownerId: adviser }],
  } satisfies Omit<z.infer<typeof ProtocolAnswer>, 'correction' | 'services' | 'revision'>,
  kind: 'ordinary',
  demo: true,
  services: new Map([[ppt, 'PPT']]),
});

const cell = ({ text, details = [] }: Cell) => [text, ...details].join(' / ');
/** The document as comparable lines. */
const textsOf = ({ blocks }: Paper) =>
  blocks.flatMap((block: Block): readonly string[] => {
    switch (block.kind) {
      case 'title':
        return [`# ${block.text}`, block.under];
      case 'heading':
        return [`## ${block.text}`];
      case 'paragraph':
        return [block.text];
      case 'facts':
        return block.facts.map(({ label, text }) => `${label}: ${text}`);
      case 'list':
        return block.items.map((item) => `- ${cell(item)}`);
      case 'table':
        return [
          block.columns.map(({ head }) => head).join(' | '),
          ...block.rows.map((row) => row.map(cell).join(' | ')),
        ];
      default:
        throw new Error(`A protocol has no ${block.kind}`);
    }
  });

test('all filed content is printed, in the order of the meeting', () => {
  expect(textsOf(protocolPaper(printed(), 'nb'))).toEqual([
    '# Nordlia skole',
    'Protokoll fra TFS-møte · ordinært møte · onsdag 18. november 2026 kl. 12.30–13.45',
    'Kommune: Fjordvik kommune',
    'Sted: Møterom Fjord · Digitalt',
    'Møteleder: Kari Lund',
    '## Deltakere',
    'Navn | Rolle | Oppmøte',
    'Kari Lund | Rektor, Nordlia skole | Til stede',
    'Ola Berg | medarbeider, PPT | Vara møtte / Kari Lund',
    '## Siden sist',
    'Tiltak | Ansvarlig | Hva møtet bestemte',
    'Felles rutine | Ola Berg | Videreført / Frist 15. jan. 2027 / Oppfølging 20. jan. 2027 / Grunn: Venter',
    '## Saker',
    '- Språkmiljø / Tema: språk · årsak: kompetanse',
    '- Anonym drøfting / Tema: fravær · 6–9 år · hjemme',
    '## Nye tiltak',
    'Tiltak | Ansvarlig | Frist | Oppfølging',
    'Kurs i språkstimulering / Gruppe · veiledning · forebyggende / Ønsket virkning: Flere samtaler / Bidrar: Kari Lund / Ekstra ressurser: 12\u00a0500 kr · 7,5 timer / Sak: Språkmiljø | Ola Berg / PPT | 7. des. 2026 | 9. des. 2026',
    '## Neste møte',
    'Onsdag 9. desember 2026.',
    '## Levert',
    '- Levert 19. november 2026 av Kari Lund (versjon 1)',
  ]);
});

test('a corrected protocol shows its version and the reason', () => {
  const paper = protocolPaper(printed(2), 'nb');
  expect(textsOf(paper).slice(-2)).toEqual([
    '- Levert 19. november 2026 av Kari Lund (versjon 1)',
    '- Rettet 20. november 2026 av Kari Lund (versjon 2) / Grunn: Feil frist',
  ]);
  expect(paper.foot).toBe('18. november 2026 · versjon 2 · Nordlia skole');
  expect(paper.at).toEqual(new Date('2026-11-20T12:00:00Z'));
});

test('an action on track is printed with its follow-up day; one hour is in the singular', () => {
  const paper = protocolPaper(
    printed(
      1,
      protocol({
        earlierActions: [
          { outcome: 'on-track', actionId: anAction(1), followUpOn: day('2026-12-09'), note: 'Halvveis' },
        ],
        actions: [{ ...content, contributors: [], actionId: anAction(2), resources: { nok: null, hours: 1 } }],
      }),
    ),
    'nb',
  );
  expect(textsOf(paper)).toContain('Felles rutine | Ola Berg | I rute / Oppfølging 9. des. 2026 / Halvveis');
  expect(textsOf(paper).join('\n')).toContain('Ekstra ressurser: 1 time /');
});

test('the paper is in nynorsk for a municipality that uses nynorsk', () => {
  const paper = protocolPaper(printed(), 'nn');
  expect(textsOf(paper)).toEqual(
    expect.arrayContaining([
      'Stad: Møterom Fjord · Digitalt',
      'Ola Berg | medarbeidar, PPT | Vara møtte / Kari Lund',
      '## Sidan sist',
      'Protokoll frå TFS-møte · ordinært møte · onsdag 18. november 2026 kl. 12.30–13.45',
      '- Anonym drøfting / Tema: fråvær · 6–9 år · heime',
    ]),
  );
  expect([paper.language, paper.notice?.mark]).toEqual(['nn', 'Demodata']);
  expect(textsOf(paper).join('\n')).not.toMatch(/\b(ikke|hjemme|fra|ansvarlig)\b/i);
});

describe('an empty section has a sentence', () => {
  const empty = protocol({ earlierActions: [], matters: [], actions: [], nextMeetingOn: null });
  test.each([
    ['nb', ['Ingen tiltak fra tidligere møter ble tatt opp.', 'Ingen saker.', 'Ingen nye tiltak.', 'Ikke avtalt.']],
    ['nn', ['Ingen tiltak frå tidlegare møte vart tekne opp.', 'Ingen saker.', 'Ingen nye tiltak.', 'Ikkje avtalt.']],
  ] as const)('%s', (form, expected) => {
    expect(textsOf(protocolPaper(printed(1, empty), form))).toEqual(expect.arrayContaining([...expected]));
  });
});

test('every code has a text in bokmål and nynorsk', () => {
  for (const list of Object.values(words))
    if (typeof list === 'object')
      for (const word of Object.values(list))
        expect([word.nb, word.nn]).toEqual([expect.any(String), expect.any(String)]);
});
