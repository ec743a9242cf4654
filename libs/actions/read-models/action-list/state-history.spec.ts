import { expect, test } from '@jest/globals';
import { anna, berit, day } from '../../domain/action/action.examples.js';
import { corrected, decided, decidedLastOn, handedOver, stateOn, type StateHistory } from './state-history.js';

const agreed: StateHistory = [
  {
    from: day('2026-09-01'),
    by: 'decision',
    text: 'Kurs',
    ownerId: anna,
    dueOn: day('2026-10-01'),
    followUpOn: day('2026-10-01'),
  },
];
const october = decided(agreed, day('2026-10-01'), { dueOn: day('2026-11-01'), followUpOn: day('2026-11-01') });
const november = decided(october, day('2026-11-01'), { dueOn: day('2026-12-01'), followUpOn: day('2026-12-01') });

test('the state on a day follows the last decision up to and including that day', () => {
  const dueOn = (on: string) => stateOn(november, day(on)).dueOn;
  expect([dueOn('2026-09-30'), dueOn('2026-10-01'), dueOn('2026-10-31'), dueOn('2026-11-01')]).toEqual([
    '2026-10-01',
    '2026-11-01',
    '2026-11-01',
    '2026-12-01',
  ]);
  expect(decidedLastOn(november)).toBe('2026-11-01');
});

test('a handover changes the owner from its day on, and does not count as a decision', () => {
  const after = handedOver(november, day('2026-11-10'), berit);
  expect(stateOn(after, day('2026-11-09')).ownerId).toBe(anna);
  expect(stateOn(after, day('2026-11-10'))).toMatchObject({ ownerId: berit, dueOn: '2026-12-01' });
  expect(decidedLastOn(after)).toBe('2026-11-01');
});

test('a decision recorded late remains in force through later handovers until the next decision', () => {
  const after = handedOver(november, day('2026-11-10'), berit);
  const lateInNovember = decided(after, day('2026-11-05'), { dueOn: day('2027-01-01') });
  expect(stateOn(lateInNovember, day('2026-11-20'))).toMatchObject({ ownerId: berit, dueOn: '2027-01-01' });
  const lateInSeptember = decided(after, day('2026-09-10'), { dueOn: day('2026-09-20') });
  expect(stateOn(lateInSeptember, day('2026-09-30')).dueOn).toBe('2026-09-20');
  expect(stateOn(lateInSeptember, day('2026-10-01')).dueOn).toBe('2026-11-01');
});

test('a later decision keeps the owner of an earlier handover', () => {
  const after = handedOver(november, day('2026-10-15'), berit);
  expect(stateOn(after, day('2026-11-02'))).toMatchObject({ ownerId: berit, dueOn: '2026-12-01' });
});

test('a correction replaces the mistaken state for its whole period, and no earlier state', () => {
  const after = corrected(november, {
    text: 'Kurs i språk',
    ownerId: anna,
    dueOn: day('2026-12-15'),
    followUpOn: day('2026-12-01'),
  });
  expect(stateOn(after, day('2026-09-01'))).toMatchObject({ text: 'Kurs i språk', dueOn: '2026-10-01' });
  expect(stateOn(after, day('2026-11-01')).dueOn).toBe('2026-12-15');
  expect(after).toHaveLength(november.length);
});
