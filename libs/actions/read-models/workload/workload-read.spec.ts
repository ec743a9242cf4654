import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { stableId, type ActionId, type DomainEvent } from '#platform/kernel';
import { meetingEvents } from '#meetings/contract';
import { asker, openContexts, type ContextsUnderTest } from '../../../../test/contexts-under-test.js';
import { factsContext, KnownFactsInTransaction } from '../../../../test/facts-under-test.js';
import { ActionAgreed, type ActionContent } from '../../contract/index.js';
import * as say from '../../domain/action/action.examples.js';
import { actionsContext } from '../../index.js';
import { ListedServiceActions } from '../service-actions/service-actions.js';
import { WorkloadAnswer } from './workload.dto.js';
import { ReadWorkload, ReadWorkloadHandler } from './workload.query.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const { anna, berit, carl, day, health, ppt, unitId } = say;
const idOf = (name: string) => stableId('action', name) as ActionId;
const agreedOn = day('2026-10-10');
const agreed = (name: string, changes: Partial<ActionContent> = {}) =>
  ActionAgreed({
    ...say.content(changes),
    actionId: idOf(name),
    meetingId: say.meetingId,
    unitIds: [unitId],
    agreedOn,
  });

let contexts: ContextsUnderTest;
const load = async (who: Partial<Asker> = {}): Promise<WorkloadAnswer> =>
  WorkloadAnswer.parse(
    await new ReadWorkloadHandler(contexts.readSide, contexts.directory, new KnownFactsInTransaction()).execute(
      new ReadWorkload(asker(who)),
    ),
  );
const leader = (serviceId: string): Partial<Asker> => ({
  roles: [{ role: 'service-unit-leader', serviceIds: [serviceId] }],
});

beforeAll(async () => {
  contexts = await openContexts([factsContext, actionsContext], [meetingEvents]);
  const member = { roleId: 'r', role: 'service-member' as const, unitId: null, serviceUnitId: null };
  contexts.directory.persons = [
    { personId: anna, serviceId: ppt, to: null },
    { personId: berit, serviceId: health, to: null },
    { personId: carl, serviceId: ppt, to: day('2026-10-31') },
  ].map(({ personId, serviceId, to }, i) => ({
    personId,
    name: ['Anna', 'Berit', 'Carl'][i]!,
    email: null,
    phone: null,
    title: null,
    roles: [{ ...member, serviceId, from: day('2024-08-01'), to }],
  }));
  contexts.directory.services = () =>
    Promise.resolve(
      [ppt, health].map((serviceId, i) => ({
        serviceId,
        name: ['PPT', 'Helse'][i]!,
        kind: 'ppt',
        serviceUnitId: null,
        meetingsPerWeek: null,
        closures: [],
      })),
    );
  contexts.directory.places = [
    {
      unitId,
      name: 'Nordlia skole',
      kind: 'school',
      ownership: 'public',
      children: 200,
      area: null,
      obligations: [],
      hosts: [],
      closures: [],
      services: [{ serviceId: ppt, contactId: anna, mustAttend: true }],
      standing: [{ personId: berit, deputyId: null }],
    },
  ];
  const late = day('2026-10-20');
  const lives: Record<string, DomainEvent[]> = {
    late: [agreed('late', { dueOn: late })],
    'carried on today': [agreed('carried on today', { dueOn: late }), say.carriedOn({ from: late })],
    'handed over today': [agreed('handed over today'), say.offered(), say.handedOver()],
    'completed today': [agreed('completed today', { dueOn: late }), say.completed()],
    'corrected to Carl': [agreed('corrected to Carl'), say.corrected({ ownerId: carl, dueOn: late })],
    'the unit’s own': [agreed('the unit’s own', { ownerServiceId: null })],
  };
  for (const [name, events] of Object.entries(lives))
    for (const event of events) await contexts.happened(`action-${idOf(name)}`, event);
  await contexts.happened(`action-${idOf('foreign')}`, agreed('foreign'), '8888');
  await contexts.settled();
});
afterAll(() => contexts.close());

describe('the workload of services', () => {
  test('counts the actions of their people today, a month ago and at the end of each month', async () => {
    const [of] = (await load(leader(ppt))).services;
    // A month ago: late, carried on, completed and corrected were overdue; the handed-over action was not.
    expect(of).toMatchObject({ open: 3, overdue: 2, before: { open: 5, overdue: 4 } });
    expect(of!.byMonth).toHaveLength(12);
    expect(of!.byMonth.slice(-3)).toEqual([
      { on: '2026-09-30', open: 0, overdue: 0 },
      { on: '2026-10-31', open: 5, overdue: 4 },
      { on: '2026-11-22', open: 3, overdue: 2 },
    ]);
  });

  test('counts a handed-over action for the receiving service', async () => {
    expect((await load(leader(health))).services).toMatchObject([
      { name: 'Helse', open: 1, overdue: 0, before: { open: 0, overdue: 0 } },
    ]);
  });

  test('is listed by person: also members without actions, and people who left with open ones', async () => {
    const { people } = await load(leader(ppt));
    expect(people.map(({ name, open, overdue, units, hasLeft }) => [name, open, overdue, units, hasLeft])).toEqual([
      ['Anna', 2, 1, 1, false],
      ['Carl', 1, 1, 0, true],
    ]);
    expect((await load(leader(health))).people).toMatchObject([{ name: 'Berit', open: 1, units: 1 }]);
  });

  test('is not shown for services that the reader does not lead', async () => {
    const { services, people } = await load(leader(ppt));
    expect(services.map(({ serviceId }) => serviceId)).toEqual([ppt]);
    expect(new Set(people.map(({ serviceId }) => serviceId))).toEqual(new Set([ppt]));
    expect((await load()).services).toHaveLength(2);
  });

  test('is available to the alerts context, earliest due date first', async () => {
    const open = await new ListedServiceActions(contexts.readSide).openOf(asker().tenant, [ppt]);
    expect(open.map(({ actionId }) => actionId)).toEqual(
      expect.arrayContaining([idOf('late'), idOf('corrected to Carl'), idOf('carried on today')]),
    );
    expect(open.at(-1)).toMatchObject({ actionId: idOf('carried on today'), dueOn: '2027-01-15', serviceId: ppt });
    expect(await new ListedServiceActions(contexts.readSide).openOf(asker().tenant, [])).toEqual([]);
  });

  test('compares with the same day of the previous month, or its last day', async () => {
    expect((await load({ today: day('2027-03-31') })).before).toBe('2027-02-28');
  });
});
