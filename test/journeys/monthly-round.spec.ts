import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { MunicipalityNumber } from '#platform/kernel';
import { AgreedActions, type Draft } from './agreed-actions.js';
import { firstCoordinator } from './first-coordinator.js';
import { expectedFrom, type RawEvent } from './from-raw-events.js';
import { accepted, openApplication, type ApplicationUnderTest, type Person } from './application-under-test.js';
import { addDays, atNoon, Diary } from './diary.js';

/**
 * A school year in Asker, over HTTP: the real units are imported, ten of them plan their year, meet, file, forget,
 * postpone and follow up while time passes; the API's answers are compared with an independent calculation.
 */
const ASKER = MunicipalityNumber.parse('3203');
const UNITS = new URL('../fixtures/registers/enheter-asker-nordmore.json', import.meta.url);

jest.setTimeout(240_000);

let application: ApplicationUnderTest;
let coordinator: Person;
const people: Record<string, string> = {};
const services: Record<string, string> = {};
const leaders: { unitId: string; personId: string; person: Person }[] = [];
let written: string | undefined;
const remember = (answer: Record<string, unknown>) => {
  written = String(answer.position);
  return answer;
};

beforeAll(async () => {
  application = await openApplication('2025-08-01T08:00:00+02:00');
  coordinator = application.personOf(ASKER, await firstCoordinator(application, ASKER));
});
afterAll(() => application.close());

async function register(name: string, role: object): Promise<string> {
  const { id, position } = accepted(await coordinator.post('/people', { name, email: null, title: null }));
  await application.caughtUp(BigInt(String(position)));
  const place = { unitId: null, serviceId: null, serviceUnitId: null, from: '2025-08-01', to: null };
  remember(accepted(await coordinator.post(`/people/${String(id)}/roles`, { ...place, ...role })));
  return String(id);
}

describe('the monthly round of a municipality', () => {
  test('Asker’s real units are imported; a second import changes nothing', async () => {
    const file = await readFile(UNITS);
    const first = accepted(await coordinator.post('/imports/units', file));
    expect(first).toMatchObject({ applied: true, counts: { new: 144, changed: 0, bad: 0 } });
    const again = accepted(await coordinator.post('/imports/units', file));
    expect(again).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 144 } });
  });

  test('services, leaders and members are registered as standing participants', async () => {
    for (const [key, name, kind] of [
      ['ppt', 'PPT', 'ppt'],
      ['health', 'Skolehelsetjenesten', 'public-health-nurse'],
    ] as const)
      services[key] = String(
        remember(accepted(await coordinator.post('/services', { name, kind, serviceUnitId: null }))).id,
      );
    await application.caughtUp(BigInt(written!));
    people.ppt = await register('Per Rådgiver', { role: 'service-member', serviceId: services.ppt });
    people.ppt2 = await register('Pia Rådgiver', { role: 'service-member', serviceId: services.ppt });
    people.nurse = await register('Hanne Sykepleier', { role: 'service-member', serviceId: services.health });

    const board = accepted(await coordinator.get('/board?schoolYear=2025&size=200', written));
    const rows = (board.items as { unitId: string; kind: string }[]).filter((_, i) => i % 14 === 3).slice(0, 10);
    expect(rows).toHaveLength(10);
    for (const [i, { unitId }] of rows.entries()) {
      const personId = await register(`Leder nummer ${i + 1}`, { role: 'unit-leader', unitId });
      leaders.push({ unitId, personId, person: application.personOf(ASKER, personId) });
    }
    await application.caughtUp(BigInt(written!));
    for (const { unitId, personId } of leaders) {
      for (const serviceId of Object.values(services))
        accepted(
          await coordinator.put(`/units/${unitId}/services/${serviceId}`, { contactId: null, mustAttend: true }),
        );
      const members = [personId, people.ppt, people.nurse].map((id) => ({ personId: id, deputyId: null }));
      remember(accepted(await coordinator.put(`/units/${unitId}/standing-participants`, { participants: members })));
    }
  });

  test('ten units plan their year by a rule', async () => {
    for (const [i, { unitId }] of leaders.entries()) {
      const rule = { nth: ([1, 2, 3, 4, -1] as const)[i % 5]!, weekday: (i % 5) + 1, startsAt: '12:30' };
      remember(accepted(await coordinator.post(`/units/${unitId}/school-years/2025/plan`, { rule })));
    }
    const board = accepted(await coordinator.get('/board?schoolYear=2025&state=planned&size=200', written));
    expect(board.total).toBe(10);
  });

  test('in one year meetings are held, filed, forgotten, postponed and cancelled, and months are exempted', async () => {
    const diary = new Diary();
    for (const [i, leader] of leaders.entries())
      for (const [m, { meetingId, on }] of (await plannedMeetings(leader.unitId)).entries())
        write(diary, leader, meetingId, on, (i + 3 * m) % 11);
    diary.on('2026-03-15', async () => {
      const roles = accepted(await coordinator.get(`/people/${people.ppt}`, written)).roles as { roleId: string }[];
      const end = `/people/${people.ppt}/roles/${roles[0]!.roleId}/end`;
      remember(accepted(await coordinator.put(end, { on: '2026-03-15' })));
    });
    diary.on('2026-04-20', handOverOneOrphan);
    diary.on('2026-02-12', () => compare('2026-02-12'));
    diary.on('2026-05-31', () => compare('2026-05-31'));
    diary.on('2026-07-01', () => compare('2026-07-01'));
    await diary.live((day) => application.setClock(atNoon(day)));
    expect(compared).toEqual(['2026-02-12', '2026-05-31', '2026-07-01']);
  });

  test('every list was compared with at least one entry', () => {
    for (const [kind, most] of Object.entries(seen)) expect([kind, most]).toEqual([kind, expect.any(Number)]);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  test('the history of a meeting has a sentence for each event', async () => {
    const [first] = await plannedMeetings(leaders[6]!.unitId);
    const { items } = accepted(await coordinator.get(`/meetings/${first!.meetingId}/timeline`)) as { items: unknown[] };
    expect(items.length).toBeGreaterThan(1);
  });
});

async function plannedMeetings(unitId: string) {
  const { months } = accepted(await coordinator.get(`/units/${unitId}/overview?schoolYear=2025`, written)) as {
    months: { meetings: { meetingId: string; on: string }[] }[];
  };
  return months.flatMap(({ meetings }) => meetings);
}

/** Decides the outcome of a planned meeting. */
function write(diary: Diary, leader: (typeof leaders)[number], meetingId: string, on: string, fate: number): void {
  const { unitId, person } = leader;
  const file = (heldOn: string) => fileProtocol(leader, meetingId, heldOn);
  switch (fate) {
    case 0:
      return; // forgotten
    case 1:
      return diary.on(on, async () => {
        remember(accepted(await person.post(`/meetings/${meetingId}/held`, { heldOn: on })));
      });
    case 2:
      return diary.on(on, async () => {
        remember(accepted(await person.post(`/meetings/${meetingId}/cancellation`, { reason: 'Sykdom' })));
      });
    case 3:
      return diary.on(on, async () => {
        const exemption = { month: on.slice(0, 7), reason: 'Flytting til nye lokaler' };
        remember(accepted(await coordinator.post(`/units/${unitId}/school-years/2025/exemptions`, exemption)));
      });
    case 4:
      return diary.on(addDays(on, 12), () => file(on));
    case 5: {
      const later = weekdayAfter(on);
      diary.on(addDays(on, -1), async () => {
        accepted(await person.post(`/meetings/${meetingId}/notice`, { agenda: null }));
        const body = { on: later, startsAt: '09:00', reason: 'Flere var syke', force: true };
        remember(accepted(await person.post(`/meetings/${meetingId}/postponement`, body)));
      });
      return diary.on(later, () => file(later));
    }
    default:
      return diary.on(on, () => file(on));
  }
}
const weekdayAfter = (day: string): string => {
  const later = addDays(day, 2);
  return [0, 6].includes(new Date(`${later}T12:00:00Z`).getUTCDay()) ? addDays(later, 2) : later;
};

const agreed = new AgreedActions(people, services);
/** The leader's protocol: every participant is ticked, earlier actions are answered, new ones are added. */
async function fileProtocol({ person, personId, unitId }: (typeof leaders)[number], meetingId: string, heldOn: string) {
  const { draft } = accepted(await person.get(`/meetings/${meetingId}/draft`, written)) as { draft: Draft };
  const earlierActions = draft.earlierActions.map((action, i) => agreed.earlier(action, i, heldOn));
  const actions = agreed.next(heldOn, personId);
  const participants = draft.participants
    .filter(({ personId: id }) => !agreed.hasLeft(id, heldOn))
    .map((participant) => ({ ...participant, attendance: 'present' }));
  const body = { ...draft, heldOn, participants, earlierActions, actions, matters: [] };
  remember(accepted(await person.post(`/meetings/${meetingId}/protocol`, body)));
  if (agreed.count % 5 === 0) await completeOne(person, unitId);
}

async function completeOne(person: Person, unitId: string) {
  const { items } = accepted(await person.get(`/actions?unit=${unitId}&status=open&size=1`, written));
  const [first] = items as { actionId: string }[];
  if (first) remember(accepted(await person.post(`/actions/${first.actionId}/completion`, { note: null })));
}

async function handOverOneOrphan() {
  const { items } = accepted(await coordinator.get('/orphans', written)) as { items: { actionId: string }[] };
  const { actionId } = items[0]!;
  accepted(await coordinator.post(`/actions/${actionId}/handover`, { to: people.ppt2 }));
  const receiver = application.personOf(ASKER, people.ppt2!);
  remember(accepted(await receiver.post(`/actions/${actionId}/handover/acceptance`, {})));
}

const compared: string[] = [];
const seen = { filed: 0, overdue: 0, followUpMissed: 0, protocolLate: 0, monthMissing: 0, orphans: 0, exempt: 0 };

/** Compares the board, the lists and the alerts over HTTP with the independent calculation from the raw events. */
async function compare(today: string) {
  // The first answer waits for the policies' reactions to the last command, so they are in the log from then on.
  const board = accepted(await coordinator.get('/board?schoolYear=2025&size=200', written)) as {
    total: number;
    items: { unitId: string; months: { month: string; state: string }[] }[];
  };
  const expected = expectedFrom(await rawEvents(), today, 2025);
  const shown = board.items.flatMap(({ unitId, months }) =>
    months.map(({ month, state }) => [`${unitId}/${month}`, state] as const),
  );
  expect(board.total).toBe(144);
  expect(new Map(shown)).toEqual(expected.board);

  const actionsBy = async (query: string) => (await all(`/actions?${query}`)).map(({ actionId }) => actionId).sort();
  expect(await actionsBy('status=open')).toEqual(expected.openActions);
  expect(await actionsBy('overdue=true')).toEqual(expected.overdue);
  expect(await actionsBy('followUpMissed=true')).toEqual(expected.followUpMissed);
  expect((await all('/orphans')).map(({ actionId }) => actionId).sort()).toEqual(expected.orphans);

  const alerts = await all('/alerts');
  const alertsOf = (kind: string) =>
    alerts
      .filter((alert) => alert.kind === kind)
      .map((alert) => alert.subjectId)
      .sort();
  expect(alertsOf('overdue')).toEqual(expected.overdue);
  expect(alertsOf('follow-up-missed')).toEqual(expected.followUpMissed);
  expect(alertsOf('protocol-late')).toEqual(expected.protocolLate);
  expect(alertsOf('month-missing')).toEqual(expected.monthMissing);
  expect(alertsOf('orphan')).toEqual(expected.orphans);

  const most = (kind: keyof typeof seen, count: number) => (seen[kind] = Math.max(seen[kind], count));
  for (const state of ['filed', 'exempt'] as const)
    most(state, [...expected.board.values()].filter((cell) => cell === state).length);
  for (const kind of ['overdue', 'followUpMissed', 'protocolLate', 'monthMissing', 'orphans'] as const)
    most(kind, expected[kind].length);
  compared.push(today);
}

async function all(path: string): Promise<Record<string, string>[]> {
  const items: Record<string, string>[] = [];
  for (let page = 1; ; page += 1) {
    const body = accepted(
      await coordinator.get(`${path}${path.includes('?') ? '&' : '?'}page=${page}&size=200`, written),
    );
    items.push(...(body.items as Record<string, string>[]));
    if (items.length >= (body.total as number)) return items;
  }
}

async function rawEvents(): Promise<RawEvent[]> {
  const raw: RawEvent[] = [];
  for await (const batch of application.installation.events.readAll({ after: 0n }))
    for (const { type, stream, data } of batch) raw.push({ type, stream, data } as RawEvent);
  return raw;
}
