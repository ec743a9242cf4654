import { expect, test } from '@jest/globals';
import { ActionId, PersonId, type DomainEvent, type Recorded } from '#platform/kernel';
import type { Policy } from '#platform/policies';
import { Protocol, ProtocolCorrected, ProtocolFiled, type EarlierAction } from '#meetings/contract';
import { carl, content, day, laterMeetingId as meetingId, unitId } from '../domain/action/action.examples.js';
import { actionsFollowProtocols } from './actions-follow-protocols.policy.js';

const idOf = (n: number) => ActionId.parse(`018f0c5e-0000-7000-8000-${String(100 + n).padStart(12, '0')}`);
const [first, second, third] = [idOf(1), idOf(2), idOf(3)];
const filer = PersonId.parse('018f0c5e-0000-7000-8000-000000000009');
const heldOn = day('2026-11-18');
const agreed = (actionId: ActionId, changes = {}) => ({ ...content(changes), actionId });
const protocol = (changes: Partial<Protocol> = {}) =>
  Protocol.parse({
    heldOn,
    startedAt: '12:30',
    endedAt: null,
    place: null,
    digital: false,
    chairId: null,
    minuteTakerId: null,
    participants: [],
    earlierActions: [],
    matters: [],
    actions: [agreed(first)],
    nextMeetingOn: null,
    ...changes,
  });
const record = (event: DomainEvent): Recorded => ({
  ...event,
  id: '018f0c5e-0000-7000-8000-00000000ffff',
  stream: `meeting-${meetingId}`,
  revision: 3n,
  position: 12n,
  recordedAt: new Date(0),
  tenant: '9999',
  metadata: { commandId: 'c', request: 'r', correlationId: 'c', actor: filer, occurredAt: '' },
});
const reactions = (event: DomainEvent) =>
  (actionsFollowProtocols as Policy).when[event.type]?.react(record(event)) ?? [];

const filed = (changes: Partial<Protocol>) =>
  ProtocolFiled({
    meetingId,
    unitIds: [unitId],
    filedOn: day('2026-11-20'),
    filedBy: filer,
    protocol: protocol(changes),
  });
const corrected = (before: Partial<Protocol>, now: Partial<Protocol>) => {
  const { heldOn, actions, earlierActions } = protocol(before);
  return ProtocolCorrected({
    meetingId,
    unitIds: [unitId],
    version: 2,
    reason: 'skrivefeil',
    correctedOn: day('2026-11-25'),
    correctedBy: filer,
    protocol: protocol(now),
    previous: { heldOn, filedOn: day('2026-11-20'), actions, earlierActions },
  });
};
const correction = (before: Partial<Protocol>, now: Partial<Protocol>) => reactions(corrected(before, now));

test('each action of a filed protocol begins as agreed on the day of the meeting', () => {
  const event = filed({ actions: [agreed(first), agreed(second, { text: 'Noe annet' })] });
  expect(reactions(event)).toEqual(
    [content(), content({ text: 'Noe annet' })].map((written, i) => ({
      to: 'action',
      id: [first, second][i],
      command: {
        type: 'AgreeAction',
        actionId: [first, second][i],
        meetingId,
        unitIds: [unitId],
        content: written,
        on: heldOn,
      },
    })),
  );
});

const dates = { dueOn: day('2027-01-15'), followUpOn: day('2027-01-20') };
const decisions: [EarlierAction, object][] = [
  [
    { outcome: 'on-track', actionId: first, followUpOn: dates.followUpOn, note: 'bra' },
    { type: 'RecordFollowUp', outcome: 'on-track', note: 'bra', nextFollowUpOn: dates.followUpOn },
  ],
  [
    { outcome: 'completed', actionId: first, note: null },
    { type: 'CompleteAction', note: null },
  ],
  [
    { outcome: 'carried-on', actionId: first, ...dates, reason: 'kurs' },
    { type: 'CarryOnAction', ...dates, reason: 'kurs' },
  ],
  [
    { outcome: 'changed', actionId: first, text: 'Ny tekst', ...dates, reason: 'kurs' },
    { type: 'ChangeAction', changes: { text: 'Ny tekst', ...dates }, reason: 'kurs' },
  ],
  [
    { outcome: 'abandoned', actionId: first, reason: 'moved', note: null },
    { type: 'AbandonAction', reason: 'moved', note: null },
  ],
];
test.each(decisions)('a meeting’s decision on an earlier action is carried out (%#)', (decision, command) =>
  expect(reactions(filed({ earlierActions: [decision] })).slice(1)).toEqual([
    { to: 'action', id: first, command: { ...command, meetingId, on: heldOn } },
  ]),
);

test('a correction begins the added action and abandons the removed one with the correction’s reason', () => {
  expect(
    correction({ actions: [agreed(first), agreed(second)] }, { actions: [agreed(first), agreed(third)] }),
  ).toMatchObject([
    { id: third, command: { type: 'AgreeAction', on: heldOn } },
    { id: second, command: { type: 'AbandonAction', reason: 'corrected', note: 'skrivefeil', on: '2026-11-25' } },
  ]);
});

test('a correction contains only changed fields, with their earlier values', () => {
  expect(
    correction(
      { actions: [agreed(first), agreed(second)] },
      { actions: [agreed(first), agreed(second, { ownerId: carl, level: 'system' })] },
    ),
  ).toEqual([
    {
      to: 'action',
      id: second,
      command: {
        type: 'ApplyCorrection',
        meetingId,
        version: 2,
        from: { ownerId: content().ownerId, level: 'group' },
        to: { ownerId: carl, level: 'system' },
        reason: 'skrivefeil',
        on: '2026-11-25',
      },
    },
  ]);
});

test('a corrected date of a carrying-on is a correction, not a second carrying-on', () => {
  const [before] = decisions[2]!;
  const now = { ...before, dueOn: day('2027-02-01') } as EarlierAction;
  expect(correction({ earlierActions: [before] }, { earlierActions: [now] })).toMatchObject([
    { id: first, command: { type: 'ApplyCorrection', from: { dueOn: dates.dueOn }, to: { dueOn: '2027-02-01' } } },
  ]);
});

test('a corrected outcome is carried out; a withdrawn decision is noted on the action with the reason', () => {
  const [onTrack] = decisions[0]!;
  const completed: EarlierAction = { outcome: 'completed', actionId: first, note: null };
  expect(correction({ earlierActions: [onTrack] }, { earlierActions: [completed] })).toMatchObject([
    { id: first, command: { type: 'CompleteAction', on: heldOn } },
  ]);
  expect(correction({ earlierActions: [onTrack] }, {})).toMatchObject([
    { id: first, command: { type: 'NoteProgress', note: 'skrivefeil' } },
  ]);
});

test('a correction of other parts of the protocol changes no action', () => {
  const earlierActions = decisions.map(([decision], i) => ({ ...decision, actionId: idOf(10 + i) }));
  expect(correction({ earlierActions }, { earlierActions, place: 'Møterom 2' })).toEqual([]);
});
