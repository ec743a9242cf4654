import { expect, test } from '@jest/globals';
import { pathsToRefetch } from './refetch-changed.js';

test('a meeting that was written makes the board, its unit and the registers be read anew, not the people', () => {
  const anew = pathsToRefetch({ kinds: ['meeting'], everything: false });
  expect(anew).toEqual(expect.arrayContaining(['/api/board', '/api/units', '/api/protocols']));
  expect(anew).not.toContain('/api/people');
});

test('a kind that is not known here, or a long absence, makes everything be read anew', () => {
  expect(pathsToRefetch({ kinds: ['meeting', 'person'], everything: false })).toEqual([]);
  expect(pathsToRefetch({ kinds: [], everything: true })).toEqual([]);
});

test('what somebody confirmed makes that one question be asked again', () => {
  expect(pathsToRefetch({ kinds: ['news'], everything: false })).toEqual(['/api/news']);
});

test('nothing written makes nothing be read', () => {
  expect(pathsToRefetch({ kinds: [], everything: false })).toBeUndefined();
});
