import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefused, type CalendarDate } from '#platform/kernel';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import type { Protocol } from '../../contract/protocol.js';
import type { DraftAction, DraftEarlierAction } from '../draft/protocol-draft.js';
import type { MeetingCommand } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import {
  adviser,
  anAction,
  correctProtocol,
  day,
  draftAction,
  earlier,
  facts,
  fileProtocol,
  giveNotice,
  head,
  holdMeeting,
  leaver,
  moveMeeting,
  openAction,
  orphan,
  participant,
  planMeeting,
  postponeMeeting,
} from './meeting.examples.js';

const aDay = fc.constantFrom('2026-11-02', '2026-11-18', '2026-11-25', '2026-12-09', '2027-08-02').map(day);
const mostly = (usual: string) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(day(usual)) }, { weight: 1, arbitrary: aDay });
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null, freq: 9 });
const action: fc.Arbitrary<DraftAction> = fc
  .record({
    n: fc.integer({ min: 10, max: 12 }),
    text: fc.constantFrom('Kurs', 'Kurs', 'Kurs', '', '158170 12345'),
    ownerId: maybe(fc.constantFrom(head, adviser, head, leaver)),
    dueOn: maybe(mostly('2026-12-09')),
    followUpOn: maybe(mostly('2026-12-09')),
  })
  .map(({ n, ...rest }) => draftAction({ actionId: anAction(n), ...rest }));
const anEarlier: fc.Arbitrary<DraftEarlierAction> = fc
  .record({
    actionId: fc.constantFrom(openAction.actionId, openAction.actionId, orphan.actionId, anAction(10)),
    outcome: maybe(fc.constantFrom('on-track', 'completed', 'carried-on', 'changed', 'abandoned')),
    text: maybe(fc.constant('Kurs til våren')),
    dueOn: maybe(mostly('2026-12-09')),
    followUpOn: maybe(mostly('2026-12-09')),
    reason: maybe(fc.constant('venter')),
    abandonReason: maybe(fc.constant('replaced' as const)),
  })
  .map((it) => earlier(it));
const content = fc.record({
  heldOn: maybe(mostly('2026-11-18')),
  actions: fc.array(action, { maxLength: 2 }),
  earlierActions: fc.array(anEarlier, { maxLength: 2 }),
  participants: fc.constantFrom(1, 2, 2, 2).map((n) => [participant(head), participant(adviser)].slice(0, n)),
});
const today = fc.constantFrom('2026-11-18', '2026-12-10').map(day);
const command: fc.Arbitrary<MeetingCommand> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(planMeeting()) },
  { weight: 1, arbitrary: aDay.map((on) => moveMeeting({ on, outOfMonth: true })) },
  { weight: 1, arbitrary: fc.constant(giveNotice()) },
  { weight: 1, arbitrary: aDay.map((on) => postponeMeeting({ on })) },
  { weight: 1, arbitrary: fc.constant<MeetingCommand>({ type: 'CancelMeeting', reason: 'snø' }) },
  { weight: 1, arbitrary: fc.tuple(aDay, today).map(([heldOn, now]) => holdMeeting(heldOn, now)) },
  { weight: 6, arbitrary: fc.tuple(content, today).map(([it, now]) => fileProtocol(it, { today: now })) },
  { weight: 3, arbitrary: fc.tuple(content, today).map(([it, now]) => correctProtocol(it, { today: now })) },
);

const played = (commands: readonly MeetingCommand[]): MeetingEvent[] => {
  const log: MeetingEvent[] = [];
  for (const it of commands) {
    const decided = meeting.decide(it, log.reduce(meeting.evolve, meeting.initialState));
    if (!isRefused(decided)) log.push(...decided);
  }
  return log;
};
const isActive = (id: string) => facts.people.some(({ personId, active }) => personId === id && active);
const endsInAnAction = ({ actions, earlierActions, heldOn }: Protocol) => {
  const isOwnedAndDated = (it: { dueOn: CalendarDate; followUpOn: CalendarDate }, isOwned: boolean) =>
    isOwned && it.dueOn >= heldOn && it.followUpOn >= heldOn;
  const isOwned = (id: string) => facts.openActions.some((it) => it.actionId === id && it.hasActiveOwner);
  return (
    actions.every((it) => isOwnedAndDated(it, isActive(it.ownerId))) &&
    (actions.length > 0 ||
      earlierActions.some(
        (it) => (it.outcome === 'carried-on' || it.outcome === 'changed') && isOwnedAndDated(it, isOwned(it.actionId)),
      ))
  );
};

test('no sequence of commands reaches a filed protocol without an owned, dated, followed-up action', () => {
  let filed = 0;
  let byCarryingOn = 0;
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 12 }), (commands) => {
      for (const event of played([planMeeting(), ...commands]))
        if (event.type === 'meetings.ProtocolFiled' || event.type === 'meetings.ProtocolCorrected') {
          filed += 1;
          if (event.data.protocol.actions.length === 0) byCarryingOn += 1;
          expect(endsInAnAction(event.data.protocol)).toBe(true);
        }
    }),
    { seed: 11, numRuns: 1_500 },
  );
  // The property would prove nothing if no protocols were filed, in both ways.
  expect(filed).toBeGreaterThan(50);
  expect(byCarryingOn).toBeGreaterThan(5);
});

test('a fold of any prefix, and of any events in any order, never throws', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), fc.integer({ min: 0, max: 30 }), (commands, from) => {
      const log = played([planMeeting(), ...commands]);
      for (let end = 0; end <= log.length; end += 1)
        expect(() => log.slice(0, end).reduce(meeting.evolve, meeting.initialState)).not.toThrow();
      expect(() => [...log.slice(from), ...log].reverse().reduce(meeting.evolve, meeting.initialState)).not.toThrow();
    }),
    { seed: 12, numRuns: 300 },
  );
});

test('decided events can be folded and decided on again: no command throws', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      expect(() => played(commands)).not.toThrow();
    }),
    { seed: 13, numRuns: 300 },
  );
});
