import { expect, test } from '@jest/globals';
import {
  addedStep,
  daysIn,
  draftOf,
  faultOf,
  inOrder,
  isChanged,
  ladderIn,
  type Draft,
  type LadderKindShown,
} from './draft.js';

const overdue: LadderKindShown = {
  kind: 'overdue',
  steps: [
    { workingDays: -3, to: ['owner'] },
    { workingDays: 6, to: ['unit-leader'] },
  ],
  isOwn: true,
  standard: [],
  from: -30,
  until: 260,
  receivers: ['owner', 'unit-leader', 'coordinator', 'service-unit-leader'],
  mostSteps: 10,
};
const orphan: LadderKindShown = { ...overdue, kind: 'orphan', isOwn: false, from: 0 };
const unplanned: LadderKindShown = { ...overdue, kind: 'month-unplanned', from: -30, until: 0 };
const withDays = (draft: Draft, days: readonly string[]): Draft =>
  draft.map((kind) => ({ ...kind, steps: kind.steps.map((step, i) => ({ ...step, days: days[i] ?? step.days })) }));

test('a draft gives back the steps that it was made of, and leaves out those that are the default', () => {
  expect(ladderIn(draftOf([overdue, orphan]))).toEqual({ overdue: overdue.steps });
});

test('days before are negative, and 0 is the day itself on both sides', () => {
  const days = (text: string, isBefore: boolean) => daysIn({ days: text, isBefore });
  expect([days('3', true), days('3', false), days('0', true), days(' 7 ', false)]).toEqual([-3, 3, 0, 7]);
  expect(['', '-3', '1,5', 'tre', '1000'].map((text) => days(text, false))).toEqual(Array(5).fill(undefined));
});

test('a step must have a day within the limits, and somebody to tell', () => {
  const [step] = draftOf([overdue])[0]!.steps;
  expect(faultOf(step!, overdue)).toBeUndefined();
  expect(faultOf({ ...step!, days: '31' }, overdue)).toBe('days');
  expect(faultOf({ ...step!, days: '' }, overdue)).toBe('days');
  expect(faultOf({ ...step!, isBefore: true }, orphan)).toBe('days');
  expect(faultOf({ ...step!, to: [] }, overdue)).toBe('nobody');
});

test('a step that is typed out of order is put in its place', () => {
  const later = inOrder(withDays(draftOf([{ ...overdue, steps: [overdue.steps[1]!, overdue.steps[1]!] }]), ['9', '2']));
  expect(later[0]!.steps.map(({ days }) => days)).toEqual(['2', '9']);
  const missing = inOrder(
    withDays(draftOf([{ ...overdue, steps: [overdue.steps[1]!, overdue.steps[1]!] }]), ['9', '']),
  );
  expect(missing[0]!.steps.map(({ days }) => days)).toEqual(['9', '']);
});

test('a further step comes after the last one, and not after the end of a month that is running', () => {
  expect(daysIn(addedStep(draftOf([overdue])[0]!.steps, overdue))).toBe(7);
  expect(daysIn(addedStep([], overdue))).toBe(1);
  const soon = draftOf([{ ...unplanned, steps: [{ workingDays: -3, to: ['coordinator'] }] }])[0]!.steps;
  expect(daysIn(addedStep(soon, unplanned))).toBe(-2);
  expect(daysIn(addedStep([], unplanned))).toBe(0);
});

test('a draft is changed when saving it would change something', () => {
  const kinds = [overdue, orphan];
  const draft = draftOf(kinds);
  expect(isChanged(draft, kinds)).toBe(false);
  expect(isChanged(withDays(draft, ['4']), kinds)).toBe(true);
  expect(isChanged(withDays(draft, ['']), kinds)).toBe(true);
  expect(
    isChanged(
      draft.map((kind) => ({ ...kind, isOwn: false })),
      kinds,
    ),
  ).toBe(true);
});
