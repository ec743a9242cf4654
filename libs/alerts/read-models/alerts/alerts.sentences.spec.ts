import { describe, expect, test } from '@jest/globals';
import type { Asker, Language } from '#platform/identity';
import type { CalendarDate, Month } from '#platform/kernel';
import type { Alert } from '../../domain/alert.js';
import { alertSentence } from './alerts.sentences.js';

const UNIT = '974552876';
const alert = (kind: Alert['kind'], changes: Partial<Alert> = {}): Alert => ({
  id: `${kind}:x`,
  kind,
  level: 'alert',
  subjectId: 'x',
  subject: { unitIds: [UNIT], serviceIds: [], personIds: [] },
  month: '2024-11' as Month,
  meetingOn: '2024-11-05' as CalendarDate,
  ownerId: null,
  text: null,
  since: '2024-11-20' as CalendarDate,
  ageInWorkingDays: 494,
  actorIds: [],
  ...changes,
});
const reader = (role: Asker['roles'][number], language: Language = 'nb', personId = 'reader'): Asker => ({
  personId,
  tenant: '9901',
  roles: [role],
  today: '2026-11-22' as CalendarDate,
  language,
});
const leader = (language: Language = 'nb') => reader({ role: 'unit-leader', unitId: UNIT }, language);
const chair = reader({ role: 'meeting-chair', unitId: UNIT });
const coordinator = reader({ role: 'coordinator' });

describe('a protocol that is late', () => {
  test.each([
    ['nb', 'Protokollen fra 5. november 2024 mangler. Fullfør og lever den.'],
    ['nn', 'Protokollen frå 5. november 2024 manglar. Fullfør og lever han.'],
    ['en', 'The protocol of 5 November 2024 is missing. Complete and file it.'],
  ] as const)('is named by its day (%s)', (language, sentence) => {
    expect(alertSentence(alert('protocol-late'), leader(language))).toBe(sentence);
  });
  test('is not to be filed by readers without the right to file it', () => {
    expect(alertSentence(alert('protocol-late'), coordinator)).toBe('Protokollen fra 5. november 2024 mangler.');
  });
});

describe('a month without a meeting', () => {
  test('tells the coordinator to exempt, and the unit’s leader to ask for an exemption', () => {
    expect(alertSentence(alert('month-missing'), coordinator)).toBe(
      'Det er ikke holdt møte i november 2024. Er møtet holdt, be enheten registrere det; ellers kan du gi fritak.',
    );
    expect(alertSentence(alert('month-missing'), leader())).toBe(
      'Det er ikke holdt møte i november 2024. Er møtet holdt, registrer det; ellers avtal fritak med koordinatoren.',
    );
  });
});

describe('an action', () => {
  const ofOwner = (kind: Alert['kind']) =>
    alert(kind, {
      ownerId: 'owner',
      ageInWorkingDays: 1,
      subject: { unitIds: [], serviceIds: [], personIds: ['owner'] },
    });
  test('asks the owner to report, and not a person who may only read', () => {
    const owner = reader({ role: 'service-member' }, 'nb', 'owner');
    expect(alertSentence(ofOwner('overdue'), owner)).toBe(
      'Fristen for tiltaket er gått ut (én virkedag). Meld det gjennomført, eller viderefør det i neste møte.',
    );
    expect(alertSentence(ofOwner('overdue'), coordinator)).toBe('Fristen for tiltaket er gått ut (én virkedag).');
  });
  test('without an owner asks those with the right to offer it to another, not the meeting chair', () => {
    const orphan = alert('orphan', { ownerId: 'gone' });
    expect(alertSentence(orphan, coordinator)).toBe(
      'Den ansvarlige har ikke lenger noen rolle her. Tilby tiltaket til en annen.',
    );
    expect(alertSentence(orphan, chair)).toBe('Den ansvarlige har ikke lenger noen rolle her.');
  });
});

test.each([
  ['nb', 1, 'Tiltaket skulle vært fulgt opp (én virkedag siden). Registrer oppfølgingen.'],
  ['nn', 6, 'Tiltaket skulle vore følgt opp (6 virkedagar sidan). Registrer oppfølginga.'],
  ['en', 1, 'The action should have been followed up (one working day ago). Record the follow-up.'],
] as const)('days are counted in ordinary language (%s, %i)', (language, ageInWorkingDays, sentence) => {
  expect(alertSentence(alert('follow-up-missed', { ageInWorkingDays }), leader(language))).toBe(sentence);
});
