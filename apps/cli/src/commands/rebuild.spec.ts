import { expect, test } from '@jest/globals';
import { timesSentence } from './rebuild.js';

test('prints the seconds of each stage of a rebuild', () => {
  const times = { reading: 640, folding: 4_120, writing: 1_960, indexing: 2_049, switching: 399 };
  expect(timesSentence(times)).toBe(
    'Time: waiting for the log 0.6 s, folding 4.1 s; then, several tables at once and added up, ' +
      'writing rows 2.0 s, indexes 2.0 s, switching over 0.4 s',
  );
});
