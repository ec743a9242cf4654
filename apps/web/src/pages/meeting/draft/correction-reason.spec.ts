import { beforeEach, expect, test } from '@jest/globals';
import { CorrectionReason } from './correction-reason.js';
import type { TextStorage } from './local-copies.js';

let kept: Map<string, string>;
let storage: TextStorage;
beforeEach(() => {
  kept = new Map();
  storage = {
    get length() {
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
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
  storage.setItem('samspill.language', 'nb');
  of('m-3').sweep();
  expect([...kept.keys()]).toEqual(['samspill.rettelse/kari/m-2', 'samspill.language']);
});
