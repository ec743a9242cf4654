import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brokenByFiling } from '../../../../../../libs/meetings/domain/meeting/filing-rules.js';
import { ProtocolDraft } from '../../../../../../libs/meetings/domain/draft/protocol-draft.js';
import type { CalendarDate, SchoolYear, TimeOfDay } from '#platform/kernel';
import { addDays } from '../../../words/typed/days.js';
import type { Draft } from '../draft/draft.js';
import { aMatter, anAction, anEmptyDraft, aParticipant } from '../draft/draft.examples.js';
import { placeByNumber } from '../draft/places.js';
import { proposalsTogether, whatIsMissing } from './missing.js';

const today = '2026-11-18';
const ID = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const missing = (draft: Draft, answer: { draft: Draft; missing: { rule: string; at?: string; detail: string }[] }) =>
  whatIsMissing(draft, answer, today, '12:30').map(({ rule, at, number }) => [rule, at, number]);
const nothingSaid = { draft: anEmptyDraft, missing: [] };

test('a protocol without actions reports it at the list of actions', () => {
  expect(missing(anEmptyDraft, nothingSaid)).toEqual([['PROTOCOL_WITHOUT_ACTIONS', 'actions', undefined]]);
});

test('everything that is empty is named, in the order of the page, with the number of its row', () => {
  const draft: Draft = {
    ...anEmptyDraft,
    heldOn: '2026-11-19',
    actions: [anAction('a', { text: 'Kurs', ownerId: 'p', dueOn: '2026-11-01', level: 'group' })],
    matters: [aMatter('m', ' ')],
    participants: [aParticipant('p', { attendance: 'present' }), aParticipant('q')],
  };
  expect(missing(draft, nothingSaid)).toEqual([
    ['MEETING_IN_FUTURE', 'heldOn', undefined],
    ['ATTENDANCE_NOT_STATED', 'participants.q.attendance', 2],
    ['MATTER_INCOMPLETE', 'matters.m.topic', 1],
    ['MATTER_INCOMPLETE', 'matters.m.heading', 1],
    ['DUE_DATE_BEFORE_MEETING', 'actions.a.dueOn', 1],
    ['ACTION_WITHOUT_FOLLOW_UP', 'actions.a.followUpOn', 1],
    ['ACTION_NOT_CLASSIFIED', 'actions.a.category', 1],
  ]);
});

test('a fault found by the server is shown until its field is changed', () => {
  const draft = { ...anEmptyDraft, actions: [anAction('a', { ownerId: 'p' })] };
  const answer = {
    draft,
    missing: [
      { rule: 'OWNER_NOT_ACTIVE', at: 'actions.0.ownerId', detail: '' },
      { rule: 'NOBODY_FROM_UNIT', at: 'participants', detail: '' },
    ],
  };
  const rules = (mine: Draft) => whatIsMissing(mine, answer, today, '12:30').map(({ rule }) => rule);
  expect(rules(draft)).toEqual(expect.arrayContaining(['OWNER_NOT_ACTIVE', 'NOBODY_FROM_UNIT']));
  expect(rules({ ...draft, actions: [anAction('a', { ownerId: 'q' })] })).not.toContain('OWNER_NOT_ACTIVE');
  expect(rules({ ...draft, participants: [aParticipant('p')] })).not.toContain('NOBODY_FROM_UNIT');
});

const aDate = fc.option(fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days)));
const aText = fc.constantFrom(null, '', ' ', 'Kurs i lesing', 'om 01017012345');
const anyDraft: fc.Arbitrary<Draft> = fc.record({
  heldOn: aDate,
  startedAt: fc.constantFrom(null, '12:30'),
  endedAt: fc.constantFrom(null, '11:00', '14:00'),
  place: aText,
  digital: fc.boolean(),
  chairId: fc.constant(null),
  minuteTakerId: fc.constant(null),
  participants: fc
    .array(fc.constantFrom('present' as const, 'absent' as const, null), { maxLength: 3 })
    .map((all) => all.map((attendance, i) => aParticipant(ID(i), { attendance }))),
  earlierActions: fc.array(
    fc.record({
      actionId: fc.integer({ min: 10, max: 12 }).map(ID),
      outcome: fc.constantFrom(null, 'on-track', 'completed', 'carried-on', 'changed', 'abandoned'),
      text: aText,
      dueOn: aDate,
      followUpOn: aDate,
      reason: aText,
      abandonReason: fc.constantFrom(null, 'moved'),
      note: aText,
    }),
    { maxLength: 2 },
  ),
  matters: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('system' as const),
        matterId: fc.integer({ min: 20, max: 99 }).map(ID),
        topic: fc.constantFrom(null, 'language'),
        cause: fc.constant(null),
        heading: aText,
      }),
      fc.record({
        kind: fc.constant('anonymous' as const),
        matterId: fc.integer({ min: 20, max: 99 }).map(ID),
        topic: fc.constantFrom(null, 'language'),
        cause: fc.constant(null),
        ageBand: fc.constantFrom(null, '6-9'),
        setting: fc.constantFrom(null, 'home'),
      }),
    ),
    { maxLength: 2 },
  ),
  actions: fc.array(
    fc
      .record({
        actionId: fc.integer({ min: 100, max: 999 }).map(ID),
        text: aText,
        ownerId: fc.constantFrom(null, ID(1)),
        dueOn: aDate,
        followUpOn: aDate,
        level: fc.constantFrom(null, 'group'),
        category: fc.constantFrom(null, 'guidance'),
        wantedEffect: aText,
      })
      .map(({ actionId, ...fields }) => anAction(actionId, fields)),
    { maxLength: 2 },
  ),
  nextMeetingOn: aDate,
});

test('the page and the server find the same missing fields for any draft', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const broken = brokenByFiling({
        draft: ProtocolDraft.parse(draft),
        unitIds: ['974552876'],
        schoolYear: 2026 as SchoolYear,
        today: today as CalendarDate,
        startsAt: '12:30' as TimeOfDay,
        facts: { people: [], serviceIds: [], openActions: [], actionStates: [] },
      });
      const server = broken.map(({ rule, at = '' }) => ({ rule, at: placeByNumber(draft, at) }));
      const answer = { draft, missing: broken.map((it) => ({ ...it, detail: '' })) };
      const page = whatIsMissing(draft, answer, today, '12:30').map(({ rule, at }) => ({ rule, at }));
      const named = (all: readonly { rule: string; at: string }[]) =>
        all.map(({ rule, at }) => `${rule} ${at}`).toSorted();
      expect(named(page)).toEqual(named(server));
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('all unconfirmed proposals are listed as one missing item', () => {
  const of = (rule: string, at: string) => ({ rule, at });
  const all = [
    of('ACTION_WITHOUT_OWNER', 'actions.a.ownerId'),
    of('ACTION_NOT_CLASSIFIED', 'actions.a.level'),
    of('ACTION_NOT_CLASSIFIED', 'actions.a.category'),
    of('ACTION_NOT_CLASSIFIED', 'actions.b.level'),
  ];
  expect(proposalsTogether(all, new Set(['actions.a.level', 'actions.b.level']))).toEqual([
    all[0],
    of('CLASSIFICATION_PROPOSED', 'actions.a.level'),
    all[2],
  ]);
  expect(proposalsTogether(all, new Set())).toBe(all);
});
