import { stableId } from '#platform/kernel';
import { ActionAgreed, actionEvents } from '#actions/contract';
import { meetingEvents, schoolYearEvents, type ServiceAbsences } from '#meetings/contract';
import { openContexts, type ContextsUnderTest } from '../../../test/contexts-under-test.js';
import { person, unit } from '../domain/alerts.examples.js';
import { alertsContext } from '../index.js';

export const id = (name: string): string => stableId('id', name);
export const school = '974552876';
export const [owner, leader, coordinator] = [id('owner'), id('leader'), id('coordinator')] as const;

/** Every service has taken part in every meeting. */
export const NO_ABSENCES = {
  inARow: () => Promise.resolve([]),
  inARowOnEach: () => Promise.resolve(new Map()),
} satisfies ServiceAbsences;

/** The alerts of a municipality with one school that need not meet, its leader, an owner of actions and the coordinator. */
export async function openAlertsOfOneSchool(): Promise<ContextsUnderTest> {
  const contexts = await openContexts([alertsContext], [meetingEvents, schoolYearEvents, actionEvents]);
  contexts.directory.persons = [
    person(owner, {}),
    person(leader, { role: 'unit-leader', unitId: school }),
    person(coordinator, { role: 'coordinator' }),
  ];
  contexts.directory.places = [unit(school, { name: 'Demo skole', obligations: [] })];
  return contexts;
}

/** Records an action at the school, of the owner if nobody else is named. */
export async function agreed(
  contexts: ContextsUnderTest,
  name: string,
  dueOn: string,
  ownerId: string = owner,
): Promise<void> {
  const data = {
    actionId: id(name),
    meetingId: id('meeting'),
    unitIds: [school],
    agreedOn: '2026-09-10',
    text: `Tiltak ${name}`,
    ownerId,
    ownerServiceId: null,
    dueOn,
    followUpOn: '2041-12-02',
    level: 'group',
    category: 'guidance',
    approach: null,
    contributors: [],
    resources: null,
    wantedEffect: null,
    matterId: null,
  };
  await contexts.happened(`action-${id(name)}`, ActionAgreed(ActionAgreed.schema.parse(data)));
}
