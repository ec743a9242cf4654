import { expect, test } from '@jest/globals';
import { leftOutLines } from './skipped-lines.js';

test('skipped lines of an import are listed by reason, with the first few line numbers', () => {
  const other = [2, 3, 5, 8].map((line) => ({ file: 'units.csv', line, reason: 'OTHER_MUNICIPALITY' as const }));
  const twice = { file: 'more.csv', line: 4, reason: 'IN_EARLIER_FILE' as const };
  expect(leftOutLines([...other, twice])).toEqual([
    'Left out, of another municipality: 4 (units.csv:2, units.csv:3, units.csv:5, …)',
    'Left out, in an earlier file already: 1 (more.csv:4)',
  ]);
  expect(leftOutLines([])).toEqual([]);
});
