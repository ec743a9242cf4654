import { beforeEach, expect, test } from '@jest/globals';
import { ExampleStorage } from '../../../storage/storage.examples.js';
import { guarded, type PageStorage } from '../../../storage/storage.js';
import { CorrectionReason } from './correction-reason.js';

let kept: ReadonlyMap<string, string>;
let storage: PageStorage;
beforeEach(() => {
  const browser = new ExampleStorage();
  kept = browser.kept;
  storage = guarded(() => browser);
});
const of = (version: string, today = '2026-11-18', personId = 'kari') =>
  new CorrectionReason(storage, { personId, of: version }, today);

test('a stored reason is restored for the same person and version', () => {
  of('m-1').keep('Feil frist');
  expect(of('m-1').reason).toBe('Feil frist');
  expect([of('m-2').reason, of('m-1', '2026-11-18', 'ola').reason]).toEqual(['', '']);
});

test('an empty reason, or one with a national number, is not stored', () => {
  of('m-1').keep('Feil frist');
  of('m-1').keep(' ');
  expect(kept.size).toBe(0);
  of('m-1').keep('gjelder 15817012345');
  expect(kept.size).toBe(0);
});

test('old reasons are removed, and other entries are kept', () => {
  of('m-1', '2026-10-01').keep('Gammel');
  of('m-2', '2026-11-01').keep('Ny');
  storage.write('samspill.language', 'nb');
  of('m-3').sweep();
  expect([...kept.keys()]).toEqual(['samspill.rettelse/kari/m-2', 'samspill.language']);
});
