import { expect, test } from '@jest/globals';
import { addDays } from '#platform/kernel';
import { action, day, person, unit } from '../alerts.examples.js';
import { afterStep, NO_STEPS, type AlertSteps } from '../alert-steps/alert-steps.state.js';
import { OLD_AFTER_WORKING_DAYS, roundOn } from './round.js';
import { roundFacts } from './round.examples.js';

// 3,000 actions 1–60 days over due must not become 3,000 mails.

const SWITCHED_ON = day('2026-11-23');
const SCHOOLS = Array.from({ length: 40 }, (_, i) => `school ${i}`);
const OWNERS = Array.from({ length: 150 }, (_, i) => `owner ${i}`);
const actions = Array.from({ length: 3_000 }, (_, i) =>
  action({
    actionId: `a${i}`,
    unitIds: [SCHOOLS[i % SCHOOLS.length]!],
    ownerId: OWNERS[i % OWNERS.length]!,
    ownerServiceId: 'ppt',
    dueOn: addDays(SWITCHED_ON, -1 - (i % 60)),
    followUpOn: day('2028-06-01'),
  }),
);
const people = [
  ...OWNERS.map((owner) => person(owner, { serviceId: 'ppt' })),
  ...SCHOOLS.map((unitId) => person(`leader of ${unitId}`, { role: 'unit-leader', unitId })),
  person('coordinator', { role: 'coordinator' }),
  person('head', { role: 'service-unit-leader', serviceUnitId: 'bfe' }),
];
const units = SCHOOLS.map((unitId) => unit(unitId, { obligations: [] }));

/** The round of a day, after which the steps are as its events leave them. */
function round(on: string, steps: Map<string, AlertSteps>, isCatchUp: boolean) {
  const due = roundOn(day(on), roundFacts({ actions, people, units, stepsOf: (id) => steps.get(id) }), isCatchUp);
  for (const { cause, step, to, isHeldBack } of due) {
    const { countedFrom, id } = cause;
    const before = steps.get(id) ?? NO_STEPS;
    steps.set(
      id,
      isHeldBack ? { ...NO_STEPS, countedFrom, waiting: step } : afterStep(before, { countedFrom, step, to }),
    );
  }
  const told = due.filter(({ isHeldBack }) => !isHeldBack);
  return {
    told,
    waiting: due.filter(({ isHeldBack }) => isHeldBack),
    /** One for each person: a day's steps are in one mail. */
    mails: new Set(told.flatMap(({ to }) => to.map(({ personId }) => personId))).size,
  };
}

test('at switch-on, 3,000 late actions give one mail a person; what is old waits, is released in one mail, and none is lost', () => {
  const steps = new Map<string, AlertSteps>();
  const { told, waiting, mails } = round('2026-11-23', steps, true);
  expect(told.length + waiting.length).toBe(actions.length);
  expect(new Set([...told, ...waiting].map(({ cause }) => cause.subjectId)).size).toBe(actions.length);
  for (const { cause, step } of told) expect(cause.age - step).toBeLessThanOrEqual(OLD_AFTER_WORKING_DAYS);
  for (const { cause, step } of waiting) expect(cause.age - step).toBeGreaterThan(OLD_AFTER_WORKING_DAYS);
  expect(mails).toBeLessThanOrEqual(people.length);
  // Due 29 days before or more: the step of 15 working days is old. 50 actions are due on each day.
  expect([told.length, waiting.length]).toEqual([28 * 50, 32 * 50]);
  // With the lower steps that each has passed, every step of the ladder is told, waits or is skipped.
  for (const { cause, step, skipped } of [...told, ...waiting])
    expect([...skipped, step]).toEqual([-3, 0, 1, 6, 10, 15].filter((each) => each <= cause.age));

  // The next morning tells what has come to a new step, and nothing that waits.
  const isWaiting = new Set(waiting.map(({ cause }) => cause.id));
  const nextDay = round('2026-11-24', steps, false);
  expect(nextDay.waiting).toEqual([]);
  expect(nextDay.told.filter(({ cause }) => isWaiting.has(cause.id))).toEqual([]);

  // The coordinator releases the whole list.
  for (const id of isWaiting) steps.set(id, { ...steps.get(id)!, isReleased: true });
  const released = round('2026-11-25', steps, false);
  expect(released.waiting).toEqual([]);
  expect(released.mails).toBeLessThanOrEqual(people.length);
  const ofTheList = released.told.filter(({ cause }) => isWaiting.has(cause.id));
  expect(ofTheList).toHaveLength(waiting.length);
  expect(new Set(ofTheList.flatMap(({ to }) => to.map(({ personId }) => personId)))).toEqual(new Set(['head']));
  expect(round('2026-11-25', steps, false).told).toEqual([]);
});
