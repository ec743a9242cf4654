import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { isRefused } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { unitId } from './domain/meeting/meeting.examples.js';
import { PlanMeeting, PlanMeetingBody } from './features/plan-meeting.js';
import { asker, context, guestUnitId, openMeetings, type MeetingsUnderTest } from './meetings.examples.js';

// A single meeting begins in its own command (ADR 0190): hours of both units, then the meeting. The process may end
// after each of the three appends.

jest.setTimeout(60_000);

let underTest: MeetingsUnderTest;
beforeAll(async () => {
  underTest = await openMeetings();
});
afterAll(() => underTest.close());

class ProcessEnded extends Error {}

const plan = (on: string, key: CommandContext, unitIds = [unitId, guestUnitId]): Promise<Outcome> =>
  underTest.commands.execute(
    new PlanMeeting(
      PlanMeetingBody.parse({
        kind: unitIds.length > 1 ? 'joint' : 'ordinary',
        unitIds,
        on,
        startsAt: '12:30',
        force: true,
      }),
      asker('coordinator'),
      key,
    ),
  );
/** Plans the joint meeting, and ends before its command has answered: after so many appends. */
async function endAfter(appends: number, on: string, key: CommandContext): Promise<void> {
  const { events } = underTest;
  const append = events.append.bind(events);
  let done = 0;
  events.append = async (...given) => {
    if (done === appends) throw new ProcessEnded();
    const answer = await append(...given);
    done += 1;
    if (done === appends) throw new ProcessEnded();
    return answer;
  };
  try {
    await expect(plan(on, key)).rejects.toBeInstanceOf(ProcessEnded);
    expect(done).toBe(appends);
  } finally {
    events.append = append;
  }
}
const later = (seconds: number) => underTest.clock.set(new Date(underTest.clock.now().getTime() + seconds * 1000));
const rules = (outcome: Outcome) => (isRefused(outcome) ? outcome.refused.map(({ rule }) => rule).join() : 'planned');
const stateOf = async (outcome: Outcome) =>
  isRefused(outcome) ? undefined : (await underTest.meetings.load(outcome.id, '9901')).state.status;

const POINTS = [
  [1, 'the hour of the first unit is booked', '2027-03-0'],
  [2, 'the hours of both are booked', '2027-03-1'],
  [3, 'the meeting has begun, and the answer was lost', '2027-04-0'],
] as const;

describe.each(POINTS)('a process that ended after append %d: %s', (appends, _, month) => {
  test('the same request repeated at once plans this one meeting only', async () => {
    const [on, key] = [`${month}1`, context()];
    await endAfter(appends, on, key);
    const outcome = await plan(on, key);
    expect(rules(outcome)).toBe('planned');
    expect(await stateOf(outcome)).toBe('planned');
    expect(await plan(on, key)).toEqual(outcome);
    expect([rules(await plan(on, context(), [unitId])), rules(await plan(on, context(), [guestUnitId]))]).toEqual([
      'UNIT_MEETS_ALREADY',
      'UNIT_MEETS_ALREADY',
    ]);
  });

  test('the same request after the booking has expired plans the meeting', async () => {
    const [on, key] = [`${month}2`, context()];
    await endAfter(appends, on, key);
    later(31);
    const outcome = await plan(on, key);
    expect(await stateOf(outcome)).toBe('planned');
    expect(rules(await plan(on, context(), [guestUnitId]))).toBe('UNIT_MEETS_ALREADY');
  });

  test('another person is refused the hour while it is booked, and gets it afterwards unless the meeting began', async () => {
    const [on, key] = [`${month}3`, context()];
    await endAfter(appends, on, key);
    // Hours are booked in the order of the unit numbers.
    const first = [unitId, guestUnitId].toSorted()[0]!;
    expect(rules(await plan(on, context(), [first]))).toBe('UNIT_MEETS_ALREADY');
    later(31);
    const others = rules(await plan(on, context(), [first]));
    expect([others, rules(await plan(on, key))]).toEqual(
      appends === 3 ? ['UNIT_MEETS_ALREADY', 'planned'] : ['planned', 'UNIT_MEETS_ALREADY'],
    );
  });
});
