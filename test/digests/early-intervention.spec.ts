import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { DEFAULT_PREFERENCES, PreferencesChosen } from '#digests/contract';
import { MeetingHeld, ProtocolFiled } from '#meetings/contract';
import { stableId } from '#platform/kernel';
import { berit, kari, lars, moment, planned, TENANT } from './school-year.story.js';
import type { SimulatedMail } from './simulated-mail.js';
import { simulateMunicipality } from './simulated-municipality.js';

// Early intervention in the first digest of a month: the figures that the statistics show for good. The log's own clock
// records events now, so the school year is a later one.

jest.setTimeout(120_000);

const SCHOOL = '974552876';
const HELD = '2039-03-15';
const meeting = planned('spring', HELD, '2039-03-01 10.00');
const happened = (event: (typeof meeting)['event']) => ({ ...meeting, at: moment(`${HELD} 15.00`), event });
const matters = (ageBand: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ matterId: stableId('matter', `${ageBand} ${i}`), topic: 'language', cause: null, kind: 'anonymous' },
    ...{ ageBand, setting: 'class-or-group' },
  }));
const filed = ProtocolFiled(
  ProtocolFiled.schema.parse({
    ...{ meetingId: stableId('school year', 'spring'), unitIds: [SCHOOL], filedOn: HELD, filedBy: lars },
    protocol: {
      ...{ heldOn: HELD, startedAt: '12:30', endedAt: '14:00', place: null, digital: false },
      ...{ chairId: lars, minuteTakerId: lars, participants: [], earlierActions: [], actions: [], nextMeetingOn: null },
      matters: [...matters('6-9', 10), ...matters('13-15', 6)],
    },
  }),
);

let simulated: SimulatedMail;
beforeAll(async () => {
  simulated = await simulateMunicipality();
  const chosen = PreferencesChosen({ ...DEFAULT_PREFERENCES, wantsDigest: true });
  await simulated.happens({ at: moment(`${HELD} 09.00`), stream: `preferences-${lars}`, by: lars, event: chosen });
  await simulated.happens(meeting);
  await simulated.happens(
    happened(MeetingHeld(MeetingHeld.schema.parse({ unitIds: [SCHOOL], heldOn: HELD, insteadOf: HELD }))),
  );
  await simulated.happens(happened(filed));
  await simulated.workersRun(moment('2039-09-05 07.00'));
});
afterAll(() => simulated.close());

/** The text of somebody's digest of a week, in one line. */
const digestOf = (who: string, week: number) =>
  simulated.arrived
    .find(({ to, mail }) => to === `${who}@example.no` && mail.subject!.startsWith(`Ukesoppsummering uke ${week}`))!
    .mail.text!.replaceAll(/\s+/g, ' ');
const HEADING = 'TIDLIG INNSATS, SKOLEÅRET 2038–2039';

test('the leader of the services and the coordinator read what the statistics show of the year', async () => {
  for (const who of ['berit', 'kari']) {
    expect(digestOf(who, 36)).toContain(HEADING);
    expect(digestOf(who, 36)).toContain('Anonyme saker om barn under 10 år: 63 % (10 av 16)');
    // Nobody got extra resources.
    expect(digestOf(who, 36)).toContain('ekstra ressurser til barn under 10 år: vises ikke');
  }
  const answer = await fetch(
    `${simulated.api.url}/api/statistics/figures?indicators=37,38&period=2038-2039&by=age-band`,
    { headers: { cookie: await simulated.api.cookie(TENANT, berit) } },
  );
  const { figures } = (await answer.json()) as { figures: { whole: object; parts: object[] | null }[] };
  expect(figures.map(({ whole }) => whole)).toMatchObject([{ denominator: 16 }, { hidden: 'small-numbers' }]);
  expect(figures[0]!.parts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: '6-9', figure: expect.objectContaining({ numerator: 10 }) }),
    ]),
  );
});

test('the leader of a unit gets the digest without it', () => {
  expect(digestOf('lars', 36)).not.toContain('TIDLIG INNSATS');
});

test('it is kept in the event, and the digest is rendered from that', async () => {
  const [event] = await simulated.api.installation.events.read(TENANT, `digest-${kari}.2039-W36`);
  expect(event!.data).toMatchObject({
    template: 5,
    early: {
      ...{ period: '2038-2039', knownOn: '2039-08-30', mattersUnderTen: { count: 10, of: 16 } },
      resourcesUnderTen: null,
    },
  });
  const response = await fetch(`${simulated.api.url}/api/digests/2039-W36`, {
    headers: { cookie: await simulated.api.cookie(TENANT, kari) },
  });
  const { made } = (await response.json()) as { made: { isAsSent: boolean; shown: { parts: object[] } } };
  expect(made.isAsSent).toBe(true);
  expect(JSON.stringify(made.shown.parts)).toContain('/statistikk/37?periode=2038-2039&per=2039-08-30');
});

test('no later digest of the month has it', async () => {
  await simulated.workersRun(moment('2039-09-12 07.00'));
  expect(digestOf('berit', 37)).not.toContain('TIDLIG INNSATS');
});
