import { expect, test } from '@jest/globals';
import { meetingsWithUnsentText, removeUnsentText } from '../../../session/unsent-texts.js';
import { ExampleStorage } from '../../../storage/storage.examples.js';
import { guarded } from '../../../storage/storage.js';
import type { Day } from '../../../words/typed/days.js';
import { CorrectionReason } from './correction-reason.js';
import { LocalCopies } from './local-copies.js';
import type { Writing } from './writing.js';

const TODAY = '2026-11-30' as Day;
const [KARI, OLA] = ['018f0c5e-0000-7000-8000-00000000000a', '018f0c5e-0000-7000-8000-00000000000b'] as const;
const [MEETING, OTHER] = ['018f0c5e-0000-7000-8000-000000000001', '018f0c5e-0000-7000-8000-000000000002'] as const;

function storage() {
  const browser = new ExampleStorage();
  browser.setItem('samspill.visit', '{}');
  return guarded(() => browser);
}
const writing = { mine: { place: null, earlierActions: [], matters: [], actions: [] } } as unknown as Writing;

test('text that the pages have stored is found by its person and meeting, and removed for that person alone', () => {
  const machine = storage();
  expect(meetingsWithUnsentText(machine, KARI)).toEqual([]);
  const copy = (personId: string, meetingId: string) =>
    expect(new LocalCopies(machine, { personId, meetingId, windowId: 'w' }, TODAY).keep(writing)).toBe(true);
  copy(KARI, MEETING);
  copy(KARI, `${MEETING}-3`);
  copy(OLA, OTHER);
  new CorrectionReason(machine, { personId: KARI, of: `${OTHER}-2` }, TODAY).keep('Feil dato');
  expect(meetingsWithUnsentText(machine, KARI)).toEqual([MEETING, OTHER]);
  expect(meetingsWithUnsentText(machine, OLA)).toEqual([OTHER]);
  removeUnsentText(machine, KARI);
  expect(meetingsWithUnsentText(machine, KARI)).toEqual([]);
  expect(machine.keys()).toEqual(['samspill.visit', expect.stringContaining(OLA)]);
});
