import { describe, expect, test } from '@jest/globals';
import { ExampleStorage } from '../../storage/storage.examples.js';
import { guarded } from '../../storage/storage.js';
import { newWeeks, rememberSeen } from './seen-digests.js';

const browser = () => {
  const storage = new ExampleStorage();
  return guarded(() => storage);
};
const WEEKS = ['2027-W01', '2026-W53', '2026-W52'];

describe('new digests', () => {
  test('in a browser that has opened none are the latest alone', () => {
    expect([...newWeeks('kari', WEEKS, browser())]).toEqual(['2027-W01']);
    expect([...newWeeks('kari', [], browser())]).toEqual([]);
  });

  test('are those after the last one that was opened, also past New Year', () => {
    const store = browser();
    rememberSeen('kari', '2026-W52', store);
    expect([...newWeeks('kari', WEEKS, store)]).toEqual(['2027-W01', '2026-W53']);
    rememberSeen('kari', '2027-W01', store);
    expect([...newWeeks('kari', WEEKS, store)]).toEqual([]);
  });

  test('stay seen when an older one is opened', () => {
    const store = browser();
    rememberSeen('kari', '2027-W01', store);
    rememberSeen('kari', '2026-W52', store);
    expect([...newWeeks('kari', WEEKS, store)]).toEqual([]);
  });

  test('are each person’s own', () => {
    const store = browser();
    rememberSeen('kari', '2027-W01', store);
    expect([...newWeeks('berit', WEEKS, store)]).toEqual(['2027-W01']);
  });
});
