import type { Asker } from '#platform/identity';
import { isRefused, stableId, UnitId, type CalendarDate } from '#platform/kernel';
import { ActionAgreed, actionEvents, CompletedActions, type CompletedActionDto } from '#actions/contract';
import {
  MeetingCancelled,
  meetingEvents,
  MeetingHeld,
  MeetingMoved,
  MeetingPlanned,
  schoolYearEvents,
} from '#meetings/contract';
import { unitEvents } from '#registry/contract';
import { asker, commandContext, openContexts } from '../../../test/contexts-under-test.js';
import { factsContext, KnownFactsInTransaction, unitAsEvents } from '../../../test/facts-under-test.js';
import { person, unit } from '../domain/alerts.examples.js';
import { NoteCall, NoteCallBody } from '../features/note-call.js';
import { NoteCallHandler } from '../features/note-call.js';
import { RemindUnit, RemindUnitBody } from '../features/remind-unit.js';
import { RemindUnitHandler } from '../features/remind-unit.js';
import { alertsContext } from '../index.js';
import { FollowUpStreams } from '../streams/follow-up.streams.js';
import { AlertFactsOfDay } from './alerts/alert-facts.js';
import { CoordinatorStart, FollowUpFilters, FollowUpPage, Reminders, UnitFollowUp } from './follow-up/follow-up.dto.js';
import {
  ListUnitsToCall,
  ListUnitsToCallHandler,
  ReadUnitFollowUp,
  ReadUnitFollowUpHandler,
} from './follow-up/follow-up.query.js';
import { UnitsToCall } from './follow-up/units-to-call.js';
import { ListReminders, ListRemindersHandler } from './reminders/reminders.query.js';
import { ReadCoordinatorStart, ReadCoordinatorStartHandler } from './start/coordinator-start.query.js';
import { MonthsSoFar } from './start/months-so-far.js';
import { UnitContacts } from './unit-history/unit-contacts.js';

export const [school, kindergarten] = ['974552876', '974777630'].map((it) => UnitId.parse(it)) as [UnitId, UnitId];
export const id = (name: string) => stableId('id', name);
export const [leader, chair, coordinator] = ['leader', 'chair', 'coordinator'].map(id) as [string, string, string];
export const day = (text: string) => text as CalendarDate;
export const YEAR = { schoolYear: 2026 };

/** The coordinator who asks. */
export const asks = (changes: Partial<Asker> = {}) => asker({ personId: coordinator, ...changes });
/** The kindergarten's leader who asks. */
export const leads = (today = '2026-11-22') =>
  asker({ personId: leader, roles: [{ role: 'unit-leader', unitId: kindergarten }], today: day(today) });
const by = (command: string) => ({ ...commandContext(id(command)), actor: coordinator });

/** Actions completed since Friday, in place of the actions context. */
class StubbedCompletedActions extends CompletedActions {
  done: CompletedActionDto[] = [];
  since = (_: string, from: CalendarDate) =>
    Promise.resolve(this.done.filter(({ completedOn }) => completedOn >= from));
}

/** The alerts context with a school and a kindergarten that are behind, and the ways to ask and to act. */
export async function openFollowUp() {
  const contexts = await openContexts(
    [factsContext, alertsContext],
    [meetingEvents, schoolYearEvents, actionEvents, unitEvents],
  );
  const facts = new AlertFactsOfDay(contexts.readSide, contexts.directory);
  const contacts = new UnitContacts(contexts.readSide);
  const toCall = new UnitsToCall(facts, contacts);
  const completed = new StubbedCompletedActions();
  const months = new MonthsSoFar(contexts.readSide, new KnownFactsInTransaction());
  const planned = (name: string, on: string, unitIds: readonly UnitId[] = [school]) =>
    contexts.happened(
      `meeting-${id(name)}`,
      MeetingPlanned(
        MeetingPlanned.schema.parse({
          meetingId: id(name),
          kind: 'ordinary',
          unitIds,
          ...YEAR,
          on,
          startsAt: '12:30',
          place: null,
          reason: null,
          urgent: false,
        }),
      ),
    );
  const held = (name: string, heldOn: string, unitIds: readonly UnitId[] = [school]) =>
    contexts.happened(
      `meeting-${id(name)}`,
      MeetingHeld(MeetingHeld.schema.parse({ unitIds, heldOn, insteadOf: heldOn })),
    );

  const list = async (filters: Record<string, unknown> = {}, who = asks()) =>
    FollowUpPage.parse(
      await new ListUnitsToCallHandler(toCall).execute(new ListUnitsToCall(FollowUpFilters.parse(filters), who)),
    );
  const ofUnit = async (unitId: string, who = asks()) => {
    const answer = await new ReadUnitFollowUpHandler(toCall, contacts).execute(new ReadUnitFollowUp(unitId, who));
    return isRefused(answer) ? answer : UnitFollowUp.parse(answer);
  };
  const reminders = async (who = leads()) =>
    Reminders.parse(await new ListRemindersHandler(contacts, facts).execute(new ListReminders(who))).items;
  const start = async (who = asks()) =>
    CoordinatorStart.parse(
      await new ReadCoordinatorStartHandler(toCall, months, contacts, completed, {
        count: () => Promise.resolve(3),
      }).execute(new ReadCoordinatorStart(who)),
    );
  const streams = () => contexts.streams.find((it) => it instanceof FollowUpStreams) as FollowUpStreams;
  const remind = (command: string, unitId: UnitId, body: object = {}, who = asks()) =>
    new RemindUnitHandler(streams(), facts).execute(
      new RemindUnit(unitId, RemindUnitBody.parse(body), who, by(command)),
    );
  const noteCall = (command: string, unitId: UnitId, body: object) =>
    new NoteCallHandler(streams(), contexts.directory).execute(
      new NoteCall(unitId, NoteCallBody.parse(body), asks(), by(command)),
    );

  contexts.directory.persons = [
    person(chair, { role: 'meeting-chair', unitId: kindergarten }),
    person(leader, { role: 'unit-leader', unitId: kindergarten }),
    person(coordinator, { role: 'coordinator' }),
  ];
  contexts.directory.places = [
    unit(school, { area: 'Vest' }),
    unit(kindergarten, { kind: 'kindergarten', area: 'Øst' }),
  ].map((it) => ({ ...it, obligations: [{ from: day('2026-10-01'), obliged: true, reason: null }] }));
  for (const place of contexts.directory.places)
    for (const event of unitAsEvents(place)) await contexts.happened(`unit-${place.unitId}`, event);
  // The school met in October and on a Thursday in November (protocol not filed); one action is late since Friday.
  await planned('october', '2026-10-14');
  await held('october', '2026-10-14');
  await planned('november', '2026-11-18');
  await contexts.happened(
    `meeting-${id('november')}`,
    MeetingMoved(
      MeetingMoved.schema.parse({
        unitIds: [school],
        from: { on: '2026-11-18', startsAt: '12:30' },
        to: { on: '2026-11-19', startsAt: '12:30' },
        place: null,
        reason: null,
      }),
    ),
  );
  await contexts.happened(
    `action-${id('late')}`,
    ActionAgreed(
      ActionAgreed.schema.parse({
        actionId: id('late'),
        meetingId: id('october'),
        unitIds: [school],
        agreedOn: '2026-10-14',
        text: 'Veilede personalet',
        ownerId: coordinator,
        ownerServiceId: null,
        dueOn: '2026-11-19',
        followUpOn: '2026-12-01',
        level: 'group',
        category: 'guidance',
        approach: null,
        contributors: [],
        resources: null,
        wantedEffect: null,
        matterId: null,
      }),
    ),
  );
  // The kindergarten did not meet in October, and its meeting of this month was cancelled.
  await planned('cancelled', '2026-11-11', [kindergarten]);
  await contexts.happened(
    `meeting-${id('cancelled')}`,
    MeetingCancelled(MeetingCancelled.schema.parse({ unitIds: [kindergarten], on: '2026-11-11', reason: 'sykdom' })),
  );
  await contexts.settled();
  return { contexts, completed, held, list, ofUnit, reminders, start, remind, noteCall };
}

/** Result of `openFollowUp`. */
export type FollowUpRead = Awaited<ReturnType<typeof openFollowUp>>;
