import { describe, expect, test } from '@jest/globals';
import { SettableClock } from '#platform/kernel';
import { anEvent, aStream, TENANT } from './contract/index.js';
import { InMemoryEventStore, InMemoryLog } from './in-memory.js';
import { TimedEventStore, type AppendOutcome } from './timed.js';

describe('a log whose appends are timed', () => {
  const memory = () => new InMemoryEventStore(new SettableClock(new Date('2026-11-22T09:30:00Z')), new InMemoryLog());

  test('answers like the log, and reports the outcome of every append', async () => {
    const outcomes: AppendOutcome[] = [];
    const log = memory();
    const timed = new TimedEventStore(log, (outcome, seconds) => {
      expect(seconds).toBeGreaterThanOrEqual(0);
      outcomes.push(outcome);
    });
    const stream = aStream();
    expect(await timed.append(TENANT, stream, 'no-stream', [anEvent()])).toMatchObject({ revision: 0n });
    expect(await timed.append(TENANT, stream, 'no-stream', [anEvent()])).toEqual({ conflict: { stream, actual: 0n } });
    expect(outcomes).toEqual(['appended', 'conflict']);
    expect(await timed.read(TENANT, stream)).toEqual(await log.read(TENANT, stream));
    expect(await timed.head()).toBe(await log.head());
  });

  test('reports a fault and passes it on', async () => {
    const outcomes: AppendOutcome[] = [];
    const broken = Object.assign(memory(), { append: () => Promise.reject(new Error('no disk')) });
    const timed = new TimedEventStore(broken, (outcome) => outcomes.push(outcome));
    await expect(timed.append(TENANT, aStream(), 'no-stream', [anEvent()])).rejects.toThrow('no disk');
    expect(outcomes).toEqual(['fault']);
  });
});
