import { expect, test } from '@jest/globals';
import type { Role } from '#platform/identity';
import type { HeldRole, PersonDto, UnitDto } from '#registry/contract';
import { adviser, day, head, leaver, planned, ppt, teacher, unitId } from '../domain/meeting/meeting.examples.js';
import { meeting } from '../domain/meeting/meeting.decider.js';
import { prefilledDraft, type DraftFacts } from './prefilled-draft.js';

const role = (of: Role, from: string, to: string | null, at: Partial<HeldRole> = {}): HeldRole => ({
  roleId: 'r',
  role: of,
  unitId,
  serviceId: null,
  serviceUnitId: null,
  from: day(from),
  to: to === null ? null : day(to),
  ...at,
});
const person = (personId: string, ...roles: HeldRole[]): PersonDto => ({
  personId,
  name: personId,
  email: null,
  title: null,
  phone: null,
  roles,
});
const standing = [head, leaver, teacher, adviser].map((personId) => ({ personId, deputyId: null }));

test('people whose role ended before the meeting or began after it are not participants', () => {
  const draft = prefilledDraft({
    meeting: meeting.evolve(meeting.initialState, planned('2026-11-18')) as DraftFacts['meeting'],
    units: [{ unitId, standing, services: [] } as unknown as UnitDto],
    people: [
      person(head, role('unit-leader', '2024-08-01', null)),
      // Chaired the meetings until the day before.
      person(leaver, role('meeting-chair', '2024-08-01', '2026-11-17')),
      person(teacher, role('teacher', '2026-11-19', null)),
      // Left on the last day.
      person(adviser, role('service-member', '2024-08-01', '2026-11-18', { unitId: null, serviceId: ppt })),
    ],
    openActions: [],
    nextMeetingOn: null,
  });
  expect(draft.participants.map(({ personId }) => personId)).toEqual([head, adviser]);
  expect(draft.chairId).toBeNull();
});

test('somebody who is away that day is proposed with their substitute as deputy', () => {
  const draftOn = (on: string) =>
    prefilledDraft({
      meeting: meeting.evolve(meeting.initialState, planned(on)) as DraftFacts['meeting'],
      units: [{ unitId, standing: [{ personId: head, deputyId: null }], services: [] } as unknown as UnitDto],
      people: [
        person(head, role('unit-leader', '2024-08-01', null)),
        person(teacher, role('unit-leader', '2026-11-02', '2026-11-30', { standsInFor: head })),
      ],
      openActions: [],
      nextMeetingOn: null,
    }).participants.map(({ personId, deputyId }) => [personId, deputyId]);
  expect(draftOn('2026-11-18')).toEqual([[head, teacher]]);
  expect(draftOn('2026-12-09')).toEqual([[head, null]]);
});
