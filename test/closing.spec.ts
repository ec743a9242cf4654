import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compareWithFreshFold } from '#platform/projections';
import { NUMBER, personOf, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

type Json = Readonly<Record<string, unknown>>;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

async function ask(who: AskerName, method: string, path: string, body?: unknown) {
  const cookie = await api.cookie(NUMBER, personOf(who));
  const response = await fetch(`${api.url}/api/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json', 'accept-language': 'nb' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as Json };
}
async function change(method: string, path: string, body?: unknown): Promise<Json> {
  const { status, answer } = await ask('coordinator', method, path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  return answer;
}
const read = async (path: string, who: AskerName = 'coordinator') => (await ask(who, 'GET', path)).answer;
const plan = (on: string, unitIds: readonly string[] = [UNIT.here]) =>
  change('POST', 'meetings', {
    kind: unitIds.length > 1 ? 'joint' : 'ordinary',
    unitIds,
    on,
    startsAt: '09:00',
    force: true,
  });
const names = ({ items }: Json) => (items as readonly Json[]).map(({ name }) => name);
const role = (from: string) => ({
  role: 'teacher',
  unitId: UNIT.here,
  serviceId: null,
  serviceUnitId: null,
  from,
  to: null,
});

test('for a closure announced for next summer, the consequences are shown and later meetings cancelled', async () => {
  const before = await plan('2027-06-09');
  const guest = await plan('2027-09-15', [UNIT.there, UNIT.here]);
  // Planned and closed at once, with no read in between.
  const after = await plan('2027-09-08');
  await api.settled();
  const preview = await read(`units/${UNIT.here}/closing?on=2027-07-31`);
  expect(preview).toMatchObject({
    meetings: [{ meetingId: after.id, on: '2027-09-08', startsAt: '09:00' }],
    actions: [{ text: 'tiltaket vedtatt her' }],
    guests: [],
  });
  expect((preview.roles as readonly Json[]).map((it) => it.role)).toEqual(
    expect.arrayContaining(['unit-leader', 'meeting-chair', 'teacher']),
  );
  // A meeting that was never seen before it is cancelled is no news.
  const known = (await read('news', 'pptHere')).items as readonly Json[];
  await ask('pptHere', 'POST', 'news/seen', { items: known.map(({ newsId, upTo }) => ({ newsId, upTo })) });
  const later = await plan('2027-10-13');
  await change('PUT', `units/${UNIT.here}/closure`, { on: '2027-07-31', reason: 'Slått sammen' });
  await api.settled();
  for (const { id } of [after, later])
    expect(await read(`meetings/${String(id)}`)).toMatchObject({
      state: 'cancelled',
      reason: 'Eininga vert lagd ned 31. juli 2027. Slått sammen',
    });
  for (const { id } of [before, guest])
    expect(await read(`meetings/${String(id)}`)).toMatchObject({ state: 'planned' });
  const news = (await read('news', 'pptHere')).items as readonly Json[];
  expect(news.filter(({ what }) => what === 'cancelled')).toMatchObject([
    { meetingId: after.id, reason: 'Eininga vert lagd ned 31. juli 2027. Slått sammen' },
  ]);
});

test('until that day the unit is open; changes with effect after it are refused', async () => {
  expect(names(await read('units?closed=false'))).toContain('Skolen here');
  expect(names(await read('units?closed=true'))).toEqual([]);
  const person = `people/${personOf('nurseNowhere')}/roles`;
  expect((await ask('coordinator', 'POST', person, role('2027-08-01'))).status).toBe(422);
  expect((await ask('coordinator', 'POST', person, role('2026-11-22'))).status).toBe(200);
  expect((await ask('coordinator', 'POST', 'meetings', {
    kind: 'ordinary', unitIds: [UNIT.here], on: '2027-11-10', startsAt: '09:00', force: true,
  })).status).toBe(422); // prettier-ignore
});

test('an announced closure can get another day and can be withdrawn', async () => {
  await change('PUT', `units/${UNIT.here}/closure`, { on: '2027-12-31', reason: 'Utsatt' });
  await api.settled();
  expect((await read(`units/${UNIT.here}`)).closures).toEqual([
    { lastDay: '2027-12-31', reopens: null, reason: 'Utsatt' },
  ]);
  await change('DELETE', `units/${UNIT.here}/closure`);
  const withdrawn = await plan('2027-11-10');
  await api.settled();
  expect((await read(`units/${UNIT.here}`)).closures).toEqual([]);
  expect(await read(`meetings/${String(withdrawn.id)}`)).toMatchObject({ state: 'planned' });
});

test('meetings cancelled by a withdrawn closure are proposed until they are planned again', async () => {
  const offered = async () => (await read(`units/${UNIT.here}/closing`)).cancelled as readonly Json[];
  // September and October 2027 were cancelled in the first example; November has a meeting.
  const cancelled = await offered();
  expect(cancelled.map(({ on }) => on)).toEqual(['2027-09-08', '2027-10-13']);
  const [{ meetingId: _, ...again }] = cancelled as [Json];
  await change('POST', 'meetings', { ...again, force: true });
  await api.settled();
  expect((await offered()).map(({ on }) => on)).toEqual(['2027-10-13']);
  await change('PUT', `units/${UNIT.here}/closure`, { on: '2027-07-31', reason: 'Likevel' });
  await api.settled();
  expect(await offered()).toEqual([]);
  await change('DELETE', `units/${UNIT.here}/closure`);
  await api.settled();
  expect((await offered()).map(({ on }) => on)).toEqual(['2027-09-08', '2027-10-13', '2027-11-10']);
});

test('the read models equal a fold of the log', async () => {
  const { dataSource: source, events, catalog, readModels } = api.installation;
  const concerned = readModels.filter(({ name }) =>
    ['unit-register', 'search-entry', 'meeting-register'].includes(name),
  );
  const compared = await compareWithFreshFold({ source, events, catalog, readModels: concerned });
  expect(compared.map(({ differences }) => differences)).toEqual([0, 0, 0]);
});
