import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { eventType } from './event.js';

test('an event type creates events of its own type', () => {
  const Rang = eventType('test.BellRang', 1, z.object({ times: z.int() }));
  expect(Rang({ times: 2 })).toEqual({ type: 'test.BellRang', data: { times: 2 } });
});

test('a second schema version without an upcaster is refused when it is declared', () => {
  expect(() => eventType('test.BellRang', 2, z.object({}))).toThrow('needs 1 upcasters');
});
