import { expect, test } from '@jest/globals';
import { anna, berit, day } from '../../domain/action/action.examples.js';
import { corrected, decided, decidedLastOn, handedOver, stoodOn, type StoodAs } from './stood-as.js';

const agreed: StoodAs = [
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

test('an action stands on a day as it was decided last, that day included', () => {
  const dueOn = (on: string) => stoodOn(november, day(on)).dueOn;
  expect([dueOn('2026-09-30'), dueOn('2026-10-01'), dueOn('2026-10-31'), dueOn('2026-11-01')]).toEqual([
    '2026-10-01',
    '2026-11-01',
    '2026-11-01',
    '2026-12-01',
  ]);
  expect(decidedLastOn(november)).toBe('2026-11-01');
});

test('a handover changes the owner from its day on, and is no decision', () => {
  const after = handedOver(november, day('2026-11-10'), berit);
  expect(stoodOn(after, day('2026-11-09')).ownerId).toBe(anna);
  expect(stoodOn(after, day('2026-11-10'))).toMatchObject({ ownerId: berit, dueOn: '2026-12-01' });
  expect(decidedLastOn(after)).toBe('2026-11-01');
});

test('what is decided late holds through later handovers, and gives way to the next decision', () => {
  const after = handedOver(november, day('2026-11-10'), berit);
  const lateInNovember = decided(after, day('2026-11-05'), { dueOn: day('2027-01-01') });
  expect(stoodOn(lateInNovember, day('2026-11-20'))).toMatchObject({ ownerId: berit, dueOn: '2027-01-01' });
  const lateInSeptember = decided(after, day('2026-09-10'), { dueOn: day('2026-09-20') });
  expect(stoodOn(lateInSeptember, day('2026-09-30')).dueOn).toBe('2026-09-20');
  expect(stoodOn(lateInSeptember, day('2026-10-01')).dueOn).toBe('2026-11-01');
});

test('a handover that is recorded before a later decision keeps its owner through it', () => {
  const after = handedOver(november, day('2026-10-15'), berit);
  expect(stoodOn(after, day('2026-11-02'))).toMatchObject({ ownerId: berit, dueOn: '2026-12-01' });
});

test('a correction replaces what was mistaken as long as it stood, and leaves what came before', () => {
  const after = corrected(november, {
    text: 'Kurs i språk',
    ownerId: anna,
    dueOn: day('2026-12-15'),
    followUpOn: day('2026-12-01'),
  });
  expect(stoodOn(after, day('2026-09-01'))).toMatchObject({ text: 'Kurs i språk', dueOn: '2026-10-01' });
  expect(stoodOn(after, day('2026-11-01')).dueOn).toBe('2026-12-15');
  expect(after).toHaveLength(november.length);
});
