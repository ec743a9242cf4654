import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CalendarDate, PersonId, ServiceId, stableId } from '#platform/kernel';
import { ActionAbandoned } from '#actions/contract';
import type { MadeDigest } from '#digests/contract';
import { agreed, cancelled, kari, lars, moment, MUNICIPALITY, planned, TENANT } from './school-year.story.js';
import { simulateMail, type SimulatedMail } from './simulated-mail.js';

// Uses the whole application and a mail server: slow when many tests share a machine.
jest.setTimeout(300_000);

let simulated: SimulatedMail;
let made: MadeDigest;
/** Figures of the pages that the mail links to, by the paths of the API. */
let paths: readonly string[];
/** The pages' words for the figures, as the API names them. */
const FIGURES: Readonly<Record<string, string>> = {
  'enheter-med-mote': 'units-met',
  'moter-holdt': 'meetings-held',
  'moter-planlagt': 'meetings-planned',
  'levert-i-tide': 'filed-in-time',
  tiltak: 'actions',
};

beforeAll(async () => {
  simulated = await simulateMail(TENANT, moment('2026-08-15 08.00'));
  const stories = [
    ...MUNICIPALITY,
    agreed('late', '2026-08-18', '2026-08-21'),
    agreed('of none', '2026-08-19', '2026-12-01', { owner: lars, service: null }),
    // Nobody answers for it, so that something needs the coordinator, and her digest has all its figures.
    agreed('orphan', '2026-08-19', '2026-12-01', {
      owner: PersonId.parse(stableId('school year', 'nobody')),
      service: ServiceId.parse(stableId('school year', 'ppt')),
    }),
    planned('this week', '2026-08-26', '2026-08-17 10.00'),
  ];
  for (const happening of stories) await simulated.happens(happening);
  await simulated.workersRun(moment('2026-08-24 07.00'));
  const mail = simulated.takeArrived().find(({ to }) => to === 'kari@example.no')!;
  const links = [...mail.mail.text!.matchAll(/\/oppsummering\/(2026-W35)\/tall\/([a-z-]+)(?:\?tjeneste=(\S+))?$/gm)];
  paths = links.map(([, week, word, service]) => {
    const query = service === undefined ? '' : `?service=${service === 'ingen' ? 'none' : service}`;
    return `digests/${week}/figures/${FIGURES[word!]!}${query}`;
  });
  const [event] = await simulated.api.installation.events.read(TENANT, `digest-${kari}.2026-W35`);
  made = event!.data as MadeDigest;
});
afterAll(() => simulated.close());

const ask = async (path: string, as: string = kari) => {
  const response = await fetch(`${simulated.api.url}/api/${path}`, {
    headers: { cookie: await simulated.api.cookie(TENANT, as) },
  });
  return { status: response.status, answer: (await response.json()) as { readonly made: Answer | null } };
};
interface Answer {
  readonly isOpen: boolean;
  readonly asOf: string;
  readonly lists: readonly {
    readonly key: string;
    readonly count: number;
    readonly things: readonly { id: string }[];
  }[];
}
const counts = (answer: Answer | null) => Object.fromEntries(answer!.lists.map(({ key, count }) => [key, count]));
const idOf = (name: string) => stableId('school year', name);

describe('what the figures of a mail counted', () => {
  const expected = () => {
    const { meetings, actions } = made;
    const numbers = actions.services.map(({ serviceId: _, ...line }) => line);
    const { serviceId: _, ...all } = actions.all;
    return [{ held: meetings.heldLastWeek }, { planned: meetings.plannedThisWeek }, ...numbers, all];
  };
  const shown = async () => {
    const answers = await Promise.all(paths.map((path) => ask(path)));
    return answers
      .map(({ answer }) => counts(answer.made))
      .filter((each) => 'held' in each || 'planned' in each || 'open' in each);
  };

  test('is found again by each link', async () => {
    expect(made.actions.services).toHaveLength(2);
    expect(made.meetings.plannedThisWeek).toBe(1);
    expect(await shown()).toEqual(expected());
  });

  test('stays what it was when everything has changed', async () => {
    await simulated.happens(cancelled('2026-08-24 12.00', 'this week', '2026-08-26'));
    for (const name of ['late', 'of none'])
      await simulated.happens({
        at: moment('2026-08-24 12.10'),
        stream: `action-${idOf(name)}`,
        by: lars,
        event: ActionAbandoned({ reason: 'not-relevant', note: null, on: CalendarDate.parse('2026-08-24') }),
      });
    simulated.api.clock.set(moment('2026-09-14 12.00'));
    expect(await shown()).toEqual(expected());
    const { answer } = await ask('digests/2026-W35/figures/actions?service=none');
    expect(answer.made).toMatchObject({ isOpen: true, asOf: '2026-08-24T05:00:00.000Z' });
    expect(answer.made!.lists.find(({ key }) => key === 'open')!.things.map(({ id }) => id)).toEqual([idOf('of none')]);
  });

  test('is nobody else’s, and of no other week', async () => {
    expect((await ask('digests/2026-W35/figures/actions', lars)).answer.made).toBeNull();
    expect((await ask('digests/2026-W34/figures/actions')).answer.made).toBeNull();
    expect((await ask('digests/2026-W35/figures/secrets')).status).toBe(400);
    expect((await ask('digests/2026-W35/figures/actions?service=x')).status).toBe(400);
  });

  test('of this week’s coming digest is what it would be now', async () => {
    const { answer } = await ask('digests/2026-W38/figures/actions');
    expect(counts(answer.made)).toMatchObject({ open: 1, overdue: 0 });
  });
});
