import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventCatalog, type EventStore, type NewEvent } from '#platform/event-store';
import { halts } from '#platform/followers';
import { CalendarDate, stableId } from '#platform/kernel';
import { personEvents, RoleEnded, serviceEvents, ServiceClosed, unitEvents, UnitClosed } from '#registry/contract';
import { NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

// A log from before the bounds of a day may hold the year 0000, which PostgreSQL does not have. No read model stops at
// such an event, whichever of its columns is a date.

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The value with every day in the year 0000. */
function inYearZero(value: unknown): unknown {
  if (typeof value === 'string') return DAY.test(value) ? '0000-01-01' : value;
  if (Array.isArray(value)) return value.map(inYearZero);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inYearZero(inner)]));
}
const old = (event: NewEvent): NewEvent => ({ ...event, data: inYearZero(event.data) });

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', async ({ events }) => {
    const append: EventStore['append'] = (tenant, stream, expected, all, ...more) =>
      events.append(tenant, stream, expected, all.map(old) as [NewEvent, ...NewEvent[]], ...more);
    await tellStory({ append } as EventStore);
    const catalog = new EventCatalog(personEvents, serviceEvents, unitEvents);
    const on = CalendarDate.parse('2026-01-01');
    const more = async (stream: string, revision: bigint, event: Parameters<EventCatalog['encode']>[1]) => {
      const metadata = {
        commandId: stableId('year zero', stream),
        request: 'told',
        correlationId: stableId('year zero', stream),
        actor: 'system:specification',
        occurredAt: '2026-10-01T10:00:00.000Z',
      };
      await append(NUMBER, stream, revision, [catalog.encode(stableId('year zero event', stream), event, metadata)]);
    };
    const teacher = personOf('teacherHere');
    await more(`person-${teacher}`, 1n, RoleEnded({ roleId: stableId('rights', 'role teacherHere'), on }));
    await more(`service-${SERVICE.nurses}`, 0n, ServiceClosed({ on }));
    await more(`unit-${UNIT.there}`, 1n, UnitClosed({ on, reason: 'Slått sammen' }));
  });
  await api.settled();
}, 60_000);
afterAll(() => api.close());

test('no read model stops', async () => {
  expect((await halts(api.installation.dataSource)).map(({ name, type }) => `${name}: ${type}`)).toEqual([]);
});

test('such a day becomes the first day of the database', async () => {
  const rows = await api.installation.readSide.in(NUMBER, (all) =>
    all.query<{ at: string; day: string }[]>(
      `select 'meeting' as at, min(day)::text as day from meetings_meeting
       union all select 'role', min("from")::text from news_role
       union all select 'action', min(due_on)::text from actions_action
       union all select 'found', min(day)::text from search_entry`,
    ),
  );
  expect(Object.fromEntries(rows.map(({ at, day }) => [at, day]))).toEqual(
    Object.fromEntries(rows.map(({ at }) => [at, '0001-01-01'])),
  );
});
