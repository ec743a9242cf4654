import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT } from '#platform/process';
import { endSpawned, OPENID_SETTINGS, runHere, spawnCli } from '../../apps/cli/src/cli.examples.js';
import { freshDatabase } from '../postgres.js';
import { startApiOn, type RunningApi } from '../running-api.js';
import { separateLogSettings } from '../separate-log.js';
import { actionOf, meetingOf, NEW, OLD, personOf, SCHOOLS, appendThreeMunicipalities } from './story.js';
import { FIGURES, figuresOf, sumOf, type Figures } from './figures.js';

// The night of 1 January 2020: Asker, Røyken and Hurum become one municipality while Samspill runs. The command is
// killed at two of its steps, and run again.

type Json = Record<string, unknown>;
const UNDECIDED = ['admin', 'merge', '--from', OLD.join(','), '--number', NEW, '--name', 'Asker', '--on', '2020-01-01'];
const MERGE = [...UNDECIDED, '--settings-of', '0220'];

let api: RunningApi;
let environment: Readonly<Record<string, string>>;
let folder: string;
let preview: Awaited<ReturnType<typeof runHere>>;
let killed: readonly string[];
let merged: Awaited<ReturnType<typeof runHere>>;
const before = new Map<string, { board: Json; actions: readonly Json[]; figures: Figures }>();
const refused = new Map<string, Awaited<ReturnType<typeof runHere>>>();
const WRONG = [
  [['--number', '0627'], 'The number 0627 belongs to'],
  [['--from', '0220,9999'], 'No municipality is registered with 9999 as its first number.'],
  [['--from', '0220'], 'name at least two municipalities'],
  [['--on', '1.1.2020'], 'a date is written as 2027-01-01'],
  [['--unit-of', '123=0220'], 'write it as 974552876=0220'],
  [['--settings-of', '0301'], '--settings-of is not one of the municipalities'],
] as const;
const otherwise: Awaited<ReturnType<typeof runHere>>[] = [];
let headBefore: bigint;
let headAfterPreview: bigint;

const unitsOf = (tenant: string) => SCHOOLS.filter(({ kommunenr }) => kommunenr === tenant).map(({ orgnr }) => orgnr);
const [HEGGEDAL] = unitsOf('0220');
const [MIDTBYGDA] = unitsOf('0627');
const [TOFTE] = [...unitsOf('0628')].slice(-1);
const REGISTER = fileURLToPath(new URL('../fixtures/registers/skoler-asker-royken-hurum.json', import.meta.url));
const DECEMBER = meetingOf(MIDTBYGDA!, '2019-12');

async function ask(
  tenant: string,
  personId: string,
  path: string,
  sent?: { method: string; body: unknown; etag?: string },
) {
  const response = await fetch(`${api.url}/api/${path}`, {
    method: sent?.method ?? 'GET',
    headers: {
      cookie: await api.cookie(tenant, personId),
      'accept-language': 'nb',
      ...(sent && { 'content-type': 'application/json' }),
      ...(sent?.etag !== undefined && { 'if-match': sent.etag }),
    },
    ...(sent && { body: JSON.stringify(sent.body) }),
  });
  const text = await response.text();
  return { status: response.status, answer: (text ? JSON.parse(text) : {}) as Json };
}
const answerTo = async (tenant: string, path: string) =>
  (await ask(tenant, personOf(tenant, 'coordinator'), path)).answer;
/** As the coordinator of the former Røyken, in the new municipality. */
const now = async (path: string) => (await ask(NEW, personOf('0627', 'coordinator'), path)).answer;
const openActions = async (answer: Promise<Json>) => (await answer)['items'] as readonly Json[];

beforeAll(async () => {
  const database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'samspill-merger-'));
  const variables = { ...separateLogSettings(), ...database.environment };
  environment = { ...variables, SAMSPILL_DATA: folder, SAMSPILL_CLOCK: '2020-01-01T00:30:00+01:00' };
  const remove = async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  api = await startApiOn({ variables, folder, remove }, '2019-12-31T20:00:00Z', ({ events }) =>
    appendThreeMunicipalities(events),
  );
  await api.settled();
  const leader = personOf('0627', MIDTBYGDA!);
  const { draft } = (await ask('0627', leader, `meetings/${DECEMBER}/draft`)).answer as { draft: Json };
  const body = { ...draft, heldOn: '2019-12-10', startedAt: '12:15' };
  const saved = await ask('0627', leader, `meetings/${DECEMBER}/draft`, { method: 'PUT', body, etag: '"0"' });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved));
  // A few minutes into the first day, so that only the merger is between the two sets of figures.
  api.clock.set(new Date('2019-12-31T23:10:00Z'));
  for (const tenant of OLD)
    before.set(tenant, {
      board: await answerTo(tenant, 'board?schoolYear=2019&size=100'),
      actions: await openActions(answerTo(tenant, 'actions?size=100')),
      figures: await figuresOf(answerTo(tenant, FIGURES)),
    });
  headBefore = await api.installation.events.head();
  preview = await runHere([...MERGE, '--dry-run'], environment);
  for (const [args] of WRONG) refused.set(String(args), await runHere([...MERGE, ...args], environment));
  refused.set('undecided', await runHere(UNDECIDED, environment));
  refused.set('early', await runHere(MERGE, { ...environment, SAMSPILL_CLOCK: '2019-12-31T23:00:00+01:00' }));
  headAfterPreview = await api.installation.events.head();
  api.clock.set(new Date('2019-12-31T23:30:00Z'));
  killed = [];
  for (const step of [/2 of 5/, /4 of 5/]) {
    const running = spawnCli(MERGE, environment);
    await running.says(step);
    running.child.kill('SIGKILL');
    killed = [...killed, (await running.ended).output];
  }
  const other = (changed: string, to: string) => MERGE.map((word) => (word === changed ? to : word));
  for (const args of [other('0220,0627,0628', '0220,0627'), other('Asker', 'Nye Asker')])
    otherwise.push(await runHere(args, environment));
  merged = await runHere(MERGE, environment);
  await api.settled();
}, 240_000);
afterAll(async () => {
  await endSpawned();
  await api.close();
});

describe('before anything is written', () => {
  test.each(WRONG)('%j is refused with a sentence', (args, sentence) => {
    const { code, err } = refused.get(String(args))!;
    expect(err).toContain(sentence);
    expect(code).not.toBe(EXIT.ok);
  });

  test('a merger with something to be decided by a person is refused', () => {
    const { code, err, out } = refused.get('undecided')!;
    expect(out).toContain('To be decided first:\n- The settings differ: smallUnitBelow.');
    expect([code, err]).toEqual([EXIT.faults, 'One matter is to be decided first (see above). Nothing was changed.']);
  });

  test('a merger before its first day is refused', () => {
    const { code, err } = refused.get('early')!;
    expect([code, err]).toEqual([
      EXIT.faults,
      'A merger takes effect at once: run it on 2020-01-01 or later. Nothing was changed.',
    ]);
  });
});

describe('the preview', () => {
  test('counts what each has and what the new municipality gets', () => {
    expect([preview.err, preview.code]).toEqual(['Nothing was changed: --dry-run.', EXIT.ok]);
    const rows = preview.out.split('\n').map((line) => line.split(/ {2,}/).filter(Boolean));
    expect(rows[0]).toEqual(['0220 Asker', '0627 Røyken', '0628 Hurum', '3025 Asker']);
    expect(rows).toContainEqual(['units', '3', '3', '3', '9']);
    expect(rows).toContainEqual(['people', '5', '5', '4', '13']);
    expect(rows).toContainEqual(['open actions', '3', '3', '3', '9']);
    expect(rows).toContainEqual(['meetings to come', '3', '3', '3', '9']);
    expect(rows).toContainEqual(['drafts of protocols', '0', '1', '0', '1']);
  });

  test('says what becomes of what several have', () => {
    expect(preview.out).toContain('Pia Psykolog <psykolog@example.no> is in Asker and Røyken: becomes one person');
    expect(preview.out).toContain('3 services are called PPT (Asker, Røyken and Hurum): stay apart.');
    expect(preview.out).toContain(
      'Koordinator i Asker, Koordinator i Røyken and Koordinator i Hurum stay coordinators',
    );
  });

  test('changes nothing', () => expect(headAfterPreview).toBe(headBefore));
});

describe('the merger, killed at two steps and run again', () => {
  test('is not continued with other municipalities or another name', () => {
    for (const { code, err, out } of otherwise)
      expect([code, err, out]).toEqual([EXIT.faults, expect.stringContaining('was begun with other options'), '']);
  });

  test('says each of its steps, and ends well', () => {
    expect(killed).toHaveLength(2);
    expect(merged.err).toContain('5 of 5: 3025 Asker is registered; its people can sign in.');
    expect(merged.code).toBe(EXIT.ok);
  });

  test('run once more there is nothing to do', async () => {
    const head = await api.installation.events.head();
    const again = await runHere(MERGE, environment);
    expect([again.code, again.out]).toEqual([
      EXIT.ok,
      '3025 Asker was formed by this merger already: there is nothing to do.',
    ]);
    expect(await api.installation.events.head()).toBe(head);
  }, 60_000);

  test('leaves log and read models undamaged, also after a rebuild', async () => {
    const first = await runHere(['verify'], environment);
    expect([first.out, first.code]).toEqual(['', EXIT.ok]);
    expect((await runHere(['rebuild'], environment)).code).toBe(EXIT.ok);
    const second = await runHere(['verify'], environment);
    expect([second.out, second.code]).toEqual(['', EXIT.ok]);
  }, 120_000);
});

describe('the morning after', () => {
  test.each(OLD)('a session of %s is refused with a sentence that names the new municipality', async (tenant) => {
    const { status, answer } = await ask(tenant, personOf(tenant, 'coordinator'), 'units');
    expect([status, answer]).toMatchObject([
      401,
      { type: 'urn:samspill:problem:municipality-merged', detail: 'Arbeidet fortsetter i Asker. Logg inn der.' },
    ]);
  });

  test('a coordinator sees the units of all three', async () => {
    const { items } = (await now('units?size=100')) as { items: readonly Json[] };
    expect(items.map(({ unitId }) => unitId).toSorted()).toEqual(SCHOOLS.map(({ orgnr }) => orgnr).toSorted());
  });

  test('the municipality has the name, the number and the chosen settings', async () => {
    expect(await now('municipality')).toMatchObject({
      id: NEW,
      number: NEW,
      name: 'Asker',
      settings: { smallUnitBelow: 20 },
    });
  });

  test('coverage of the three before the merger adds up to that of the new one', async () => {
    const coverage = OLD.map((tenant) => before.get(tenant)!.board['coverage'] as Record<string, number>);
    const sum = (key: string) => coverage.reduce((total, of) => total + of[key]!, 0);
    const wanted = { held: sum('held'), obliged: sum('obliged') };
    // Three schools each, five months: all met in November, one in December.
    expect(wanted).toEqual({ held: 12, obliged: 45 });
    expect((await now('board?schoolYear=2019&size=100'))['coverage']).toEqual(wanted);
  });

  test('figures as of the last evening before the merger are made of what its predecessors knew', async () => {
    const asOf = await now(`${FIGURES}&asOf=2019-12-31T23:10:00Z`);
    expect(await figuresOf(Promise.resolve(asOf))).toEqual(sumOf(OLD.map((tenant) => before.get(tenant)!.figures)));
    expect(asOf['anchor']).not.toBeNull();
  });

  test('every unit has the months that it had', async () => {
    const months = (board: Json) =>
      new Map((board['items'] as readonly Json[]).map(({ unitId, months: its }) => [unitId, its]));
    const after = months(await now('board?schoolYear=2019&size=100'));
    for (const tenant of OLD)
      for (const [unitId, its] of months(before.get(tenant)!.board)) expect(after.get(unitId)).toEqual(its);
  });

  test('a filed protocol is readable in both versions, under the name of the municipality that met', async () => {
    const path = `meetings/${meetingOf(MIDTBYGDA!, '2019-11')}/protocol`;
    const [latest, first] = [await now(path), await now(`${path}?version=1`)];
    expect(latest).toMatchObject({
      municipalityName: 'Røyken',
      versions: [{ version: 1 }, { version: 2, reason: 'Skrivefeil' }],
      protocol: { matters: [{ heading: 'Rutinene ved Midtbygda skole' }] },
    });
    expect(first).toMatchObject({ protocol: { matters: [{ heading: 'Rutiner ved Midtbygda skole' }] } });
  });

  test('a meeting’s history is what it was', async () => {
    const { items } = (await now(`meetings/${meetingOf(MIDTBYGDA!, '2019-11')}/timeline`)) as {
      items: readonly Json[];
    };
    expect(items.map(({ event }) => event)).toEqual([
      'meetings.MeetingPlanned',
      'meetings.NoticeGiven',
      'meetings.MeetingHeld',
      'meetings.ProtocolFiled',
      'meetings.ProtocolCorrected',
    ]);
  });

  test('open actions have the same owners, the psychologist of two municipalities as one person', async () => {
    const after = await openActions(now('actions?size=100'));
    const owners = (items: readonly Json[]) =>
      new Map(items.map(({ actionId, owner }) => [actionId, (owner as Json)['name']]));
    const wanted = OLD.flatMap((tenant) => [...owners(before.get(tenant)!.actions)]);
    expect(wanted).toHaveLength(9);
    expect(owners(after)).toEqual(new Map(wanted));
    const mine = (await ask(NEW, personOf('0220', 'psychologist'), 'actions?size=100')).answer['items'] as Json[];
    expect(mine.map(({ actionId }) => actionId).toSorted()).toEqual(
      [...unitsOf('0220'), ...unitsOf('0627')].map(actionOf).toSorted(),
    );
  });

  test('a head teacher sees the own action, and completes it', async () => {
    const leader = personOf('0628', TOFTE!);
    const body = { note: null };
    const path = `actions/${actionOf(TOFTE!)}`;
    expect((await ask(NEW, leader, `${path}/acceptance`, { method: 'POST', body: {} })).status).toBe(200);
    expect((await ask(NEW, leader, `${path}/completion`, { method: 'POST', body })).status).toBe(200);
    await api.settled();
    expect(await now(path)).toMatchObject({ status: 'completed' });
  });

  test('the draft that was begun is there, and goes on', async () => {
    const leader = personOf('0627', MIDTBYGDA!);
    const { status, answer } = await ask(NEW, leader, `meetings/${DECEMBER}/draft`);
    expect([status, answer]).toMatchObject([200, { revision: '1', draft: { startedAt: '12:15' } }]);
    const body = { ...(answer['draft'] as Json), endedAt: '13:00' };
    const saved = await ask(NEW, leader, `meetings/${DECEMBER}/draft`, { method: 'PUT', body, etag: '"1"' });
    expect([saved.status, saved.answer]).toMatchObject([200, { revision: '2' }]);
  });

  test('a planned meeting is there, and is moved', async () => {
    const path = `meetings/${meetingOf(HEGGEDAL!, '2020-01')}`;
    const answer = await now(path);
    expect(answer).toMatchObject({ on: '2020-01-14', state: 'planned' });
    const body = { on: '2020-01-15', startsAt: '12:00', reason: 'Flyttet', force: true };
    const moved = await ask(NEW, personOf('0220', 'coordinator'), `${path}/move`, { method: 'POST', body });
    expect([moved.status, moved.answer]).toMatchObject([200, {}]);
  });

  test('an operator is told where to invite people', async () => {
    const person = ['--person', personOf('0627', 'coordinator')];
    const withProvider = { ...environment, ...OPENID_SETTINGS };
    const invite = (number: string) =>
      runHere(['admin', 'invite-coordinator', '--municipality', number, ...person], withProvider);
    const [old, invited] = [await invite('0627'), await invite(NEW)];
    const sentence = '0627 is part of Asker since a merger: give --municipality 3025.';
    expect([old.code, old.err]).toEqual([EXIT.faults, sentence]);
    expect([invited.code, invited.out]).toEqual([EXIT.ok, expect.stringContaining(`/invitasjon#${NEW}.`)]);
  }, 60_000);

  test('an import of units with the old numbers finds them in the new municipality', async () => {
    const { code, out } = await runHere(['import', 'units', '--all-municipalities', REGISTER], environment);
    expect([out, code]).toEqual(['0 new, 0 changed, 9 unchanged, 0 left out, 0 new municipalities', EXIT.ok]);
  }, 60_000);

  test('commands in an old municipality are refused', async () => {
    const revoke = ['admin', 'revoke-invitation', '--municipality', '0627'];
    const { code, err } = await runHere([...revoke, '--person', personOf('0627', 'coordinator')], environment);
    expect(err).toContain('slått sammen');
    expect(code).toBe(EXIT.faults);
  }, 60_000);
});
