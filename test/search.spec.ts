import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compareWithFreshFold } from '#platform/projections';
import { ACTION, MEETING, NUMBER, personOf, tellStory, UNIT } from './routes/rights.municipality.js';
import type { AskerName } from './routes/rights.table.js';
import { startApi, type RunningApi } from './running-api.js';

interface Group {
  readonly items: readonly Record<string, unknown>[];
  readonly more: boolean;
}
type Answer = Readonly<Record<'units' | 'services' | 'people' | 'meetings' | 'protocols' | 'actions', Group>>;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', ({ events }) => tellStory(events));
  await api.settled();
}, 60_000);
afterAll(() => api.close());

const ask = async (who: AskerName, query: string) => {
  const cookie = await api.cookie(NUMBER, personOf(who));
  return fetch(`${api.url}/api/search?${query}`, { headers: { cookie, 'accept-language': 'nb' } });
};
async function search(who: AskerName, text: string, more = ''): Promise<Answer> {
  const answer = await ask(who, `text=${encodeURIComponent(text)}${more}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Answer;
}
async function change(who: AskerName, method: string, path: string, body: unknown) {
  const cookie = await api.cookie(NUMBER, personOf(who));
  const headers = { cookie, 'content-type': 'application/json' };
  const response = await fetch(`${api.url}${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as Record<string, string>;
  if (response.status !== 200) throw new Error(JSON.stringify(answer));
  await api.settled();
  return answer;
}
const ids = ({ items }: Group, id: string) => items.map((item) => item[id]);

describe('the search', () => {
  test('finds units by the beginning of any word, whatever its letters and accents, with distinguishing details', async () => {
    const { units, services, people } = await search('coordinator', 'SKO her');
    expect(units).toEqual({
      items: [{ unitId: UNIT.here, name: 'Skolen here', kind: 'school', area: null, closed: false }],
      more: false,
    });
    expect([services.items, people.items]).toEqual([[], []]);
    expect((await search('coordinator', 'pptH')).people.items).toEqual([
      { personId: personOf('pptHere'), name: 'pptHere', title: null, role: 'service-member', place: 'PPT' },
    ]);
    expect((await search('coordinator', UNIT.there.slice(0, 7))).units.items).toHaveLength(1);
  });

  test('finds protocols by heading, action, month and unit together, with the matching lines', async () => {
    const { protocols, actions, meetings } = await search('coordinator', 'skrevet november 2026 here');
    expect(protocols.items).toEqual([
      { meetingId: MEETING.here, units: ['Skolen here'], heldOn: '2026-11-10', lines: ['overskriften skrevet her'] },
    ]);
    expect([actions.items, meetings.items]).toEqual([[], []]);
    expect(ids((await search('coordinator', 'vedtatt')).protocols, 'meetingId').toSorted()).toEqual(
      [MEETING.here, MEETING.there].toSorted(),
    );
    expect((await search('coordinator', 'skrevet oktober')).protocols.items).toEqual([]);
  });

  test('finds actions by their text or their unit, with owner and date', async () => {
    const { actions } = await search('coordinator', 'tiltaket there');
    expect(actions.items).toEqual([
      {
        actionId: ACTION.there,
        text: 'tiltaket vedtatt der',
        units: ['Skolen there'],
        owner: 'childWelfareThere',
        dueOn: '2026-12-01',
        status: 'open',
      },
    ]);
  });

  test('finds a planned meeting by unit and month; a unit’s new name finds earlier entries', async () => {
    const { id } = await change('leaderHere', 'POST', '/api/meetings', {
      unitIds: [UNIT.here],
      on: '2027-01-14',
      startsAt: '12:00',
    });
    const found = await search('leaderHere', 'here januar');
    expect(found.meetings.items).toEqual([
      { meetingId: id, units: ['Skolen here'], on: '2027-01-14', state: 'planned' },
    ]);
    const details = { name: 'Ånestad skule', kind: 'school', ownership: 'public', children: 200, area: 'Søre Øya' };
    await change('coordinator', 'PUT', `/api/units/${UNIT.here}`, details);
    const counts = { ånes: 2, 'aanes skrevet': 1, SOERE: 2, søre: 2, øya: 2 };
    for (const [text, count] of Object.entries(counts)) {
      const { units, protocols } = await search('leaderHere', text);
      expect([text, units.items.length + protocols.items.length]).toEqual([text, count]);
    }
    expect((await search('leaderHere', 'skolen')).units.items.map(({ name }) => name)).toEqual(['Skolen there']);
  });

  test('lists whole words before beginnings', async () => {
    for (const name of ['Kari Berge', 'Ola Berg'])
      await change('coordinator', 'POST', '/api/people', { name, email: null, title: null });
    expect(ids((await search('coordinator', 'berg')).people, 'name')).toEqual(['Ola Berg', 'Kari Berge']);
  });

  test('returns no more of each kind than requested, and whether there are more', async () => {
    const { people } = await search('coordinator', 'le', '&limit=1');
    expect([people.items.length, people.more]).toEqual([1, true]);
    expect((await search('coordinator', 'kari', '&limit=1')).people.more).toBe(false);
  });

  test.each(['%%', '& | !', "') or true --", '#u974552876'])('treats «%s» as ordinary characters', async (text) => {
    const found = await search('coordinator', text);
    expect([found.protocols.items, found.actions.items]).toEqual([[], []]);
  });
});

describe('entries that the reader may not see are not found and not counted', () => {
  const reach: readonly (readonly [AskerName, readonly string[], readonly string[]])[] = [
    ['coordinator', ['here', 'there'], ['here', 'there']],
    ['bfeLeader', [], ['here']],
    ['director', [], []],
    ['leaderHere', ['here'], ['here']],
    ['leaderThere', ['there'], ['there']],
    ['teacherHere', [], ['here']],
    ['teacherThere', [], []],
    ['pptHere', ['here'], ['here']],
    ['nurseNowhere', [], []],
    ['childWelfareThere', ['there'], ['there']],
  ];
  test.each(reach)('%s finds protocols %j and actions %j', async (who, protocols, actions) => {
    const { protocols: read, actions: seen } = await search(who, 'vedtatt', '&limit=1');
    const all = await search(who, 'vedtatt');
    const of = (places: readonly string[], id: Readonly<Record<string, string>>) =>
      places.map((at) => id[at]).toSorted();
    expect(ids(all.protocols, 'meetingId').toSorted()).toEqual(of(protocols, MEETING));
    expect(ids(all.actions, 'actionId').toSorted()).toEqual(of(actions, ACTION));
    expect([read.more, seen.more]).toEqual([protocols.length > 1, actions.length > 1]);
  });

  test('a reader of the meeting but not its protocol finds the meeting by its day', async () => {
    expect(ids((await search('teacherHere', 'november')).meetings, 'meetingId')).toEqual([MEETING.here]);
    expect((await search('teacherHere', 'skrevet')).meetings.items).toEqual([]);
  });

  test('nobody finds entries by another person’s filter term', async () => {
    expect((await search('nurseNowhere', `#w${personOf('teacherHere')}`)).actions.items).toEqual([]);
  });
});

describe('a national number', () => {
  test.each(['15817012345', 'Ola 158170 12345'])('%s is not searched for', async (text) => {
    const answer = await ask('coordinator', `text=${encodeURIComponent(text)}`);
    const body = await answer.text();
    expect(answer.status).toBe(422);
    expect(JSON.parse(body)).toMatchObject({ broken: [{ rule: 'SEARCH_FOR_NATIONAL_NUMBER' }] });
    expect(body).toContain('ligner et fødselsnummer');
    expect(`${body}${api.logged.join('')}`).not.toContain('15817012345');
  });

  test('a search text is in no line of the log', async () => {
    await search('coordinator', 'hemmeligord');
    expect(api.logged.join('')).not.toContain('hemmeligord');
  });
});

test('the index equals a fresh fold of the log, and nothing of another municipality is found', async () => {
  const { dataSource: source, events, catalog, readModels, readSide } = api.installation;
  const searched = readModels.filter(({ name }) => name === 'search-entry');
  const [compared] = await compareWithFreshFold({ source, events, catalog, readModels: searched });
  expect([compared!.differences, compared!.rows > 20, compared!.notCompared]).toEqual([0, true, undefined]);
  const found = await readSide.in('9903', (rows) =>
    rows.query<unknown[]>(`select search_found('unit', '''skolen''', 10)`),
  );
  expect(found).toEqual([]);
});

describe('a misspelt search text', () => {
  test.each(['Ovrebo', 'ovrebø', 'øverebø', 'Øverbø', 'oevrebø'])('«%s» finds Øvrebø', async (text) => {
    if ((await search('coordinator', 'Øvrebø')).people.items.length === 0)
      await change('coordinator', 'POST', '/api/people', { name: 'Siri Øvrebø', email: null, title: null });
    expect(ids((await search('coordinator', text)).people, 'name')).toEqual(['Siri Øvrebø']);
  });

  test('an organisation number is found with its digits in groups', async () => {
    const grouped = UNIT.there.replace(/(\d{3})(?=\d)/g, '$1 ');
    expect(ids((await search('coordinator', grouped)).units, 'unitId')).toEqual([UNIT.there]);
  });

  test('a misspelling finds no more than the reader may see', async () => {
    expect((await search('teacherThere', 'vedtat skoln')).protocols.items).toEqual([]);
  });

  test('the lists and the picker match like the search', async () => {
    const cookie = await api.cookie(NUMBER, personOf('coordinator'));
    const found = async (path: string) => {
      const answer = await fetch(`${api.url}/api${path}`, { headers: { cookie } });
      return ((await answer.json()) as Group).items.map(({ name }) => name);
    };
    expect(await found('/people?search=ovrebo')).toEqual(['Siri Øvrebø']);
    expect(await found('/people?search=%C3%B8verebo')).toEqual(['Siri Øvrebø']);
    expect(await found('/units?search=skoln%20ther')).toEqual(['Skolen there']);
    expect(await found(`/units/${UNIT.there}/owner-candidates?text=chidwelfare`)).toEqual(['childWelfareThere']);
  });
});
