import { expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { stackFrames } from './stack-frames.js';

const PROJECT = new URL('../../../', import.meta.url);

test('a frame names its file relative to the project, given as URL or path', () => {
  const stack = [
    'Error: Kari Nordmann',
    `    at run (${PROJECT.href}libs/meetings/a.ts:3:7)`,
    `    at ${fileURLToPath(PROJECT)}node_modules/pg/lib/client.js:12:1`,
    '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
  ].join('\n');
  expect(stackFrames(stack)).toEqual([
    'at run (libs/meetings/a.ts:3:7)',
    'at node_modules/pg/lib/client.js:12:1',
    'at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
  ]);
});

test('no frame of a real error contains the project’s folder', () => {
  const frames = stackFrames(new Error('of a test').stack);
  expect(frames[0]).toContain('libs/platform/observability/stack-frames.spec.ts');
  expect(frames.join()).not.toContain(fileURLToPath(PROJECT));
});

test('an error without a stack has no frames', () => {
  expect(stackFrames(undefined)).toEqual([]);
});
