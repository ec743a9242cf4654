import { expect, test } from '@jest/globals';
import type { OpenActionDto } from '#actions/contract';
import { PersonId } from '#platform/kernel';
import type { PersonDto, UnitDto } from '#registry/contract';
import { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import { anAction, day, otherUnitId, time, unitId } from '../domain/meeting/meeting.examples.js';
import { notAllInDraftWarnings } from './full-list-warning.js';
import { prefilledDraft } from './prefilled-draft.js';

const personId = (n: number) => PersonId.parse(`018f0c5e-0000-7000-8000-${String(n).padStart(12, '0')}`);
/** Units in sequence, each with its own standing participants. */
const units = (count: number, size: number) =>
  Array.from({ length: count }, (_, unit) => ({
    unitId: unit === 0 ? unitId : otherUnitId,
    services: [],
    standing: Array.from({ length: size }, (_, i) => ({ personId: personId(unit * size + i), deputyId: null })),
  })) as unknown as readonly UnitDto[];
/** All standing participants, with a role on the day of the meeting. */
const atWork = (of: readonly UnitDto[]) =>
  of.flatMap(({ unitId: at, standing }) =>
    standing.map((it) => ({
      personId: it.personId,
      roles: [{ role: 'teacher', unitId: at, serviceId: null, serviceUnitId: null, from: day('2024-08-01'), to: null }],
    })),
  ) as unknown as readonly PersonDto[];
const openActions = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ actionId: anAction(i) })) as unknown as readonly OpenActionDto[];
const meeting = {
  on: day('2026-11-18'),
  startsAt: time('12:30'),
  place: null,
  unitIds: [unitId, otherUnitId],
} as never;
const begun = (of: readonly UnitDto[], actions = 0) =>
  prefilledDraft({ meeting, units: of, people: atWork(of), openActions: openActions(actions), nextMeetingOn: null });
const warned = (draft: ProtocolDraft, of: readonly UnitDto[], actions = 0) =>
  notAllInDraftWarnings(
    draft,
    {
      standing: of.flatMap(({ standing }) => standing.map((it) => it.personId)),
      open: openActions(actions).map(({ actionId }) => actionId),
    },
    'nb',
  );

test('three units with forty standing participants each are all in the draft', () => {
  const of = units(3, 40);
  const draft = begun(of);
  expect(draft.participants).toHaveLength(120);
  expect(ProtocolDraft.safeParse(draft).success).toBe(true);
  expect(warned(draft, of)).toEqual([]);
});

test('with more participants than the limit, the draft is full, can be saved and names those left out', () => {
  const of = units(20, 50);
  const draft = begun(of, 350);
  expect(ProtocolDraft.safeParse(draft).success).toBe(true);
  expect(warned(draft, of, 350)).toMatchObject([
    { at: 'participants', detail: 'Utkastet har plass til 300 deltakere. 700 faste deltakere er ikke med.' },
    { at: 'earlierActions', detail: 'Utkastet har plass til 300 tidligere tiltak. 50 åpne tiltak er ikke med.' },
  ]);
});
