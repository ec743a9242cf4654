import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isRefused, stableId, type Recorded } from '#platform/kernel';
import type { NewEvent } from '#platform/event-store';
import { compareWithFreshFold } from '#platform/projections';
import { meetingEvents, schoolYearEvents } from '#meetings/contract';
import { personEvents, serviceEvents, unitEvents } from '#registry/contract';
import { asker, MUNICIPALITY, openContexts, type ContextsUnderTest } from '../../test/contexts-under-test.js';
import type { ReadNews } from './contract/index.js';
import { SeeNews, SeeNewsBody } from './features/see-news.js';
import { SeeNewsHandler } from './features/see-news.js';
import { newsContext } from './index.js';
import { day, id, kindergarten, meeting, recorded, registry, school, type GivenEvent } from './news.examples.js';
import { NewsReader } from './read-models/news/news-reader.js';
import { NewsAnswer } from './read-models/news/news.dto.js';
import { ListNews, ListNewsHandler } from './read-models/news/news.query.js';
import { NewsStreams } from './streams/news.streams.js';

// Uses a real log and read models: slow when many tests share a machine.
jest.setTimeout(60_000);

const TENTH = { on: '2026-11-10' };
const SEVENTEENTH = { on: '2026-11-17' };
let contexts: ContextsUnderTest;
let reader: NewsReader;
/** Events so far: ids and instants continue from them. */
let given: GivenEvent[] = [];

/** Writes events with their actors into the log, and waits until they can be read. */
async function happens(...happenings: readonly GivenEvent[]) {
  const from = given.length;
  given = [...given, ...happenings];
  for (const event of recorded(given).slice(from)) await append(event);
  await contexts.settled();
}
async function append({ id: eventId, tenant, stream, revision, metadata, type, data }: Recorded) {
  const encoded: NewEvent = contexts.catalog.encode(eventId, { type, data }, metadata);
  await contexts.events.append(tenant, stream, revision === 0n ? 'no-stream' : revision - 1n, [encoded]);
}

const as = (name: string, today = '2026-11-02') =>
  asker({
    personId: id(name),
    today: day(today),
    roles: name === 'rektor' ? [{ role: 'unit-leader', unitId: school }] : [{ role: 'service-member' }],
  });
const newsFor = async (name: string, today?: string) =>
  NewsAnswer.parse(await new ListNewsHandler(reader, contexts.directory).execute(new ListNews(as(name, today)))).items;
const streams = () => contexts.streams.find((it) => it instanceof NewsStreams) as NewsStreams;
let commands = 0;
const see = async (name: string, items: readonly ReadNews[], command = `see ${(commands += 1)}`) => {
  const body = SeeNewsBody.parse({ items: items.map(({ newsId, upTo }) => ({ newsId, upTo })) });
  const context = {
    tenant: MUNICIPALITY,
    actor: id(name),
    commandId: stableId(command),
    request: JSON.stringify(body),
    correlationId: command,
  };
  const answer = await new SeeNewsHandler(streams(), reader).execute(new SeeNews(body, as(name), context));
  if (isRefused(answer)) throw new Error('Nothing is refused here');
  await contexts.settled();
  return answer;
};

beforeAll(async () => {
  contexts = await openContexts(
    [newsContext],
    [meetingEvents, schoolYearEvents, personEvents, serviceEvents, unitEvents],
  );
  reader = new NewsReader(contexts.readSide, contexts.directory);
  contexts.directory.places = [school, kindergarten].map((unitId) => ({
    unitId,
    name: unitId === school ? 'Nordlia skole' : 'Bakken barnehage',
    kind: 'school',
    ownership: 'public',
    children: null,
    area: null,
    obligations: [],
    hosts: [],
    closures: [],
    services: [],
    standing: [{ personId: id('ppt'), deputyId: null }],
  }));
  contexts.directory.persons = ['rektor', 'ppt', 'coordinator'].map((name) => ({
    personId: id(name),
    name: `Navn ${name}`,
    email: null,
    phone: null,
    title: null,
    roles: [],
  }));
  await happens(
    registry.role('coordinator', { role: 'coordinator' }),
    registry.role('rektor', { role: 'unit-leader', unitId: school }),
    registry.role('bfe', { role: 'service-unit-leader', serviceUnitId: id('bfe unit') }),
    registry.service('nurses', 'bfe unit'),
    registry.serves(school, 'nurses', 'nurse'),
    registry.table(school, 'ppt'),
    registry.table(kindergarten, 'ppt'),
    meeting.planned('november', null, TENTH),
    meeting.planned('december', null, { on: '2026-12-08' }),
    meeting.moved('november', 'rektor', TENTH, SEVENTEENTH, 'Valg'),
  );
});
afterAll(() => contexts.close());

describe('when the head moves the meeting of November', () => {
  test('the adviser, the nurse, their leader and the coordinator get a sentence; the head gets none', async () => {
    for (const name of ['ppt', 'nurse', 'bfe', 'coordinator'])
      expect(await newsFor(name)).toMatchObject([
        {
          about: 'meeting',
          what: 'moved',
          units: [{ name: 'Nordlia skole' }],
          before: { on: '2026-11-10', startsAt: '12:30' },
          after: { on: '2026-11-17', startsAt: '12:30' },
          by: ['Navn rektor'],
          reason: 'Valg',
        },
      ]);
    expect(await newsFor('rektor')).toEqual([]);
  });
  test('the item says whether the reader may open the meeting: the adviser is a participant, the nurse only a contact', async () => {
    expect((await newsFor('ppt'))[0]).toMatchObject({ mayOpen: true });
    expect((await newsFor('nurse'))[0]).toMatchObject({ mayOpen: false });
  });
  test('a sender gets the items of all recipients at once, equal to those they see', async () => {
    const ofEveryone = await reader.ofEveryone(MUNICIPALITY, day('2026-11-02'));
    expect([...ofEveryone.keys()].toSorted()).toEqual(['ppt', 'nurse', 'bfe', 'coordinator'].map(id).toSorted());
    for (const [personId, news] of ofEveryone)
      expect(news).toEqual(await reader.of(MUNICIPALITY, personId, day('2026-11-02')));
  });
  test('another municipality gets no news', async () => {
    expect(await reader.of('9998', id('ppt'), day('2026-11-02'))).toEqual([]);
    expect(await reader.ofEveryone('9998', day('2026-11-02'))).toEqual(new Map());
  });
});

describe('confirming', () => {
  test('removes one item for this person only, and can be repeated', async () => {
    const [item] = await newsFor('ppt');
    const answer = await see('ppt', [item!], 'the same request');
    expect(await newsFor('ppt')).toEqual([]);
    expect(await newsFor('coordinator')).toHaveLength(1);
    const head = await contexts.events.head();
    expect(await see('ppt', [item!], 'the same request')).toEqual(answer);
    await see('ppt', [item!]);
    expect(await contexts.events.head()).toBe(head);
  });
  test('covers what was read: a change made in between is still news', async () => {
    const [asRead] = await newsFor('nurse');
    await happens(meeting.moved('november', 'rektor', SEVENTEENTH, { on: '2026-11-19' }));
    await see('nurse', [asRead!]);
    expect(await newsFor('nurse')).toMatchObject([{ before: { on: '2026-11-17' }, after: { on: '2026-11-19' } }]);
  });
  test('writes nothing for what is not news to the person', async () => {
    const head = await contexts.events.head();
    const [item] = await newsFor('coordinator');
    await see('somebody', [item!]);
    await see('coordinator', [{ newsId: item!.newsId, upTo: id('an event of another’s') }]);
    expect(await contexts.events.head()).toBe(head);
  });
  test('covers all shown plans and meetings, and new ones are listed first', async () => {
    await happens(
      meeting.plannedYear('coordinator', kindergarten, ['2026-11-11', '2026-12-09']),
      meeting.cancelled('december', 'rektor', '2026-12-08', 'Felles planleggingsdag'),
    );
    const news = await newsFor('ppt');
    expect(news).toMatchObject([
      { about: 'meeting', what: 'cancelled', before: { on: '2026-12-08' }, after: null },
      { about: 'plan', schoolYear: 2026, unitCount: 1, units: [{ name: 'Bakken barnehage' }], meetings: 2, only: null },
      { about: 'meeting', what: 'moved', before: { on: '2026-11-17' }, after: { on: '2026-11-19' } },
    ]);
    await see('ppt', news);
    expect(await newsFor('ppt')).toEqual([]);
  });
});

test('a past meeting is news to nobody, without an event', async () => {
  const head = await contexts.events.head();
  expect(await newsFor('coordinator', '2026-11-19')).toHaveLength(2);
  expect(await newsFor('coordinator', '2026-11-20')).toHaveLength(1);
  expect(await newsFor('coordinator', '2026-12-09')).toEqual([]);
  expect(await contexts.events.head()).toBe(head);
});

test('the read models equal a fresh fold of the log', async () => {
  const comparisons = await compareWithFreshFold({ ...contexts, readModels: newsContext.readModels });
  expect(comparisons.map(({ readModel, differences, notCompared }) => [readModel, differences, notCompared])).toEqual(
    newsContext.readModels.map(({ name }) => [name, 0, undefined]),
  );
  expect(comparisons.filter(({ rows }) => rows === 0)).toEqual([]);
});

test('a change is one row, whatever the number of people it concerns, and past changes are not read', async () => {
  await contexts.readSide.in(MUNICIPALITY, async (tables) => {
    const count = async (table: string) =>
      (await tables.query<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]!.n;
    expect([await count('news_meeting'), await count('news_plan')]).toEqual([2, 1]);
    await tables.query('set local enable_seqscan = off');
    const plan = await tables.query<Record<string, string>[]>(
      `explain select * from news_meeting where tenant = '9999' and tells and last_day >= '2026-11-02'`,
    );
    expect(JSON.stringify(plan)).toContain('news_meeting_told');
  });
});
