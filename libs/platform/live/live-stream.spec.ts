import { describe, expect, test } from '@jest/globals';
import type { Asker } from '#platform/identity';
import { CalendarDate } from '#platform/kernel';
import { LiveStream } from './live-stream.js';

const asker: Asker = {
  personId: 'anyone',
  tenant: '9901',
  roles: [],
  today: CalendarDate.parse('2026-11-22'),
  language: 'nb',
};

/** A client that reads nothing until told to. */
class Client {
  writableLength = 0;
  written = '';
  ended = false;
  cut = false;
  write(text: string) {
    this.written += text;
    this.writableLength += text.length;
    return false;
  }
  end() {
    this.ended = true;
  }
  destroy() {
    this.cut = true;
  }
  takesAll() {
    this.writableLength = 0;
  }
}
const open = (client: Client, stillMay = () => Promise.resolve(true)) => new LiveStream(asker, stillMay, client);

test('an event has its name, its data on one line, and an id if the stream can be resumed from it', () => {
  const client = new Client();
  const stream = open(client);
  stream.send('changed', { text: 'to\nlinjer' }, 42n);
  stream.send('presence', {});
  expect(client.written).toBe(
    'retry: 2000\n\nid: 42\nevent: changed\ndata: {"text":"to\\nlinjer"}\n\nevent: presence\ndata: {}\n\n',
  );
});

describe('a client that does not read', () => {
  test('is disconnected when too much is buffered for it', () => {
    const client = new Client();
    const stream = open(client);
    while (!client.cut) stream.send('changed', { much: 'x'.repeat(1000) });
    const { length } = client.written;
    expect(length).toBeLessThan(64 * 1024);
    stream.send('changed', {});
    expect(client.written).toHaveLength(length);
    expect(stream.ended.aborted).toBe(true);
  });

  test('is disconnected at the second heartbeat without any progress', async () => {
    const client = new Client();
    const stream = open(client);
    await stream.beat();
    expect(client.cut).toBe(false);
    await stream.beat();
    expect(client.cut).toBe(true);
  });

  test('stays connected if it is only slow', async () => {
    const client = new Client();
    const stream = open(client);
    await stream.beat();
    client.takesAll();
    await stream.beat();
    client.takesAll();
    await stream.beat();
    expect(client.cut).toBe(false);
  });
});

test.each([
  ['is ended in good order where the right is lost', () => Promise.resolve(false), true],
  ['goes on where it still holds', () => Promise.resolve(true), false],
  ['goes on where nobody can say just now', () => Promise.reject(new Error('no database')), false],
])('at a heartbeat the stream %s', async (_, stillMay, ended) => {
  const client = new Client();
  const stream = open(client, stillMay);
  await stream.beat();
  expect([client.ended, client.cut, stream.ended.aborted]).toEqual([ended, false, ended]);
});
