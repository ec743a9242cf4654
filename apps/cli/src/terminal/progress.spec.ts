import { expect, test } from '@jest/globals';
import { count, progressOn } from './progress.js';

function watched(interactive: boolean) {
  const lines: string[] = [];
  const drawn: string[] = [];
  let time = 0;
  const progress = progressOn(
    {
      out: () => expect(true).toBe(false),
      err: (line) => void lines.push(line),
      draw: (text) => void drawn.push(text),
      interactive,
      width: 80,
    },
    'Folding',
    () => time,
  );
  return { progress, lines, drawn, pass: (ms: number) => void (time += ms) };
}

test('on a terminal, the progress bar uses one line and is removed at the end', () => {
  const { progress, lines, drawn, pass } = watched(true);
  pass(1_000);
  progress.at(2_500, 10_000);
  pass(1_000);
  progress.at(5_000, 10_000);
  progress.end('Folded.');
  expect(drawn[0]).toMatch(/^\rFolding {2}█{6}░{18} {2}25 % {2}2\u00a0500 of 10\u00a0000, 3 s left/);
  expect(drawn[1]).toContain('50 %');
  expect(drawn.at(-1)).toBe('\r\u001b[K');
  expect(lines).toEqual(['Folded.']);
});

test('in a log file, progress is a plain line at intervals', () => {
  const { progress, lines, drawn, pass } = watched(false);
  for (let i = 1; i <= 12; i += 1) {
    pass(1_000);
    progress.at(i, 12);
  }
  progress.end();
  expect(drawn).toEqual([]);
  expect(lines).toHaveLength(2);
});

test('short work shows no progress', () => {
  const { progress, lines, drawn, pass } = watched(true);
  pass(300);
  progress.at(1, 1);
  progress.end();
  expect([...lines, ...drawn]).toEqual([]);
});

test('numbers are grouped in the Norwegian way', () => {
  expect([count(7), count(1234), count(12_345_678n)]).toEqual(['7', '1\u00a0234', '12\u00a0345\u00a0678']);
});
