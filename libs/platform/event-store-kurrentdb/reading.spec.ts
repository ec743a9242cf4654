import { expect, test } from '@jest/globals';
import { clientOf, type FromServer } from './client.examples.js';
import { SkipRanges, type SkipRange } from './skip-ranges.js';
import { Reading } from './reading.js';
import { Subscription, type SubscriptionMessage } from './subscription.js';

const PREFIX = 'log.';
const noTrouble = (fault: unknown): void => {
  throw fault;
};

/**
 * Reads a log whose filtered read finds nothing; each of `tries` is abandoned after that many messages of the server.
 */
async function readThrough(sent: readonly FromServer[], after: number, tries: readonly number[] = []) {
  const kept: SkipRange[] = [];
  const shelf = {
    all: () => Promise.resolve([]),
    keep: (range: SkipRange) => Promise.resolve(void kept.push(range)),
  };
  const log = { prefix: PREFIX, skipRanges: new SkipRanges(shelf, noTrouble, 1n), silentMs: 1 };
  const found: number[] = [];
  const reading = new Reading(log, { after: BigInt(after), batch: 10 }, ({ position }) => {
    found.push(Number(position));
    return false;
  });
  for (const words of [...tries, Infinity]) {
    let answers = 0;
    await reading
      .goOn(clientOf(PREFIX, sent), () => {
        if ((answers += 1) > words) throw new Error('given up');
      })
      .catch((fault: Error) => expect(fault.message).toBe('given up'));
  }
  return { found, kept: kept.map(({ from, to }) => [Number(from), Number(to)]) };
}

const sent: readonly FromServer[] = [
  { checkpoint: 100 },
  { event: 150 },
  { checkpoint: 200 },
  { checkpoint: 300 },
  { event: 350 },
  { event: 360 },
  { checkpoint: 400 },
  'caught up',
  { event: 500 },
];

const passed = [
  [150, 200],
  [150, 300],
  [360, 400],
];

test('a read without results is continued by a subscription up to the end of the log', async () => {
  expect(await readThrough(sent, 0)).toEqual({ found: [150, 350, 360], kept: [[0, 100], ...passed] });
});

test('a skip range begins only at a position known to hold an event of this installation', async () => {
  expect(await readThrough(sent, 120)).toEqual({ found: [150, 350, 360], kept: passed });
});

test.each([[[1]], [[2]], [[3, 1]], [[1, 1, 1, 1]], [[4, 1]]])(
  'an attempt that is abandoned after %j messages is continued, and no event is read twice',
  async (tries) => {
    expect((await readThrough(sent, 0, tries)).found).toEqual([150, 350, 360]);
  },
);

test('a checkpoint that follows events is reported after them', async () => {
  const messages: SubscriptionMessage[] = [];
  const subscription = new Subscription(clientOf(PREFIX, sent), PREFIX, 0n);
  await subscription.confirmed;
  for await (const one of subscription) {
    messages.push(one);
    if ('caughtUp' in one) break;
  }
  expect(
    messages.map((one) =>
      'event' in one ? Number(one.event.position) : 'passedTo' in one ? `to ${one.passedTo}` : one,
    ),
  ).toEqual(['to 100', 150, 'to 200', 'to 300', 350, 360, 'to 400', { caughtUp: true }]);
});
