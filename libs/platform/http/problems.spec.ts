import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { askerOf, notes, type RequestParts } from './http-client.examples.js';
import { LEADER, startExample, type Example } from './http.examples.js';
import { MEETING } from './notes.examples.js';

let example: Example;
const { ask, problemOf, write } = askerOf(() => example);

beforeAll(async () => {
  example = await startExample();
  await write(MEETING, { text: 'closed' });
});
afterAll(() => example.app.close());

describe('a problem', () => {
  test.each([
    ['nn-NO,nn;q=0.9,nb;q=0.5', 'nn', 'Notatet er lukka.'],
    ['en-GB,en;q=0.9', 'en', 'The note is closed.'],
    ['no,en;q=0.1', 'nb', 'Notatet er lukket.'],
    ['de', 'nn', 'Notatet er lukka.'],
  ])('is in the language of Accept-Language %s', async (accept, language, sentence) => {
    const { headers, json } = await write(MEETING, { text: 'hei du' }, { 'accept-language': accept });
    expect(headers.get('content-language')).toBe(language);
    expect(json).toMatchObject({ detail: sentence, broken: [{ detail: sentence }] });
  });

  test('names every invalid field, at any depth, and never its value', async () => {
    const body = { text: 'x', signed: [{ by: 'Kari', on: '2026-13-01', extra: 1 }, {}], colour: 'red' };
    const problem = await problemOf(notes(MEETING), { as: LEADER, body, headers: { 'accept-language': 'en' } });
    expect(problem.status).toBe(400);
    expect(problem.broken).toEqual([
      { rule: 'TOO_SMALL', at: 'text', detail: 'Write at least 2 characters.' },
      { rule: 'INVALID_FORMAT', at: 'signed.0.by', detail: expect.any(String) },
      { rule: 'INVALID_FORMAT', at: 'signed.0.on', detail: expect.stringContaining('yyyy-mm-dd') },
      { rule: 'MISSING', at: 'signed.1.by', detail: 'The field is missing. Fill it in.' },
      { rule: 'MISSING', at: 'signed.1.on', detail: 'The field is missing. Fill it in.' },
    ]);
    expect(JSON.stringify(problem)).not.toContain('Kari');
  });

  test('tells by how much a text is too long', async () => {
    const request = { as: LEADER, headers: { 'accept-language': 'nb' } };
    const tooLong = async (length: number) =>
      (await problemOf(notes(MEETING), { ...request, body: { text: ` ${'x'.repeat(length)}\n` } })).broken;
    expect(await tooLong(5290)).toEqual([
      { rule: 'TEXT_TOO_LONG', at: 'text', detail: 'Teksten er 290 tegn for lang. Kort den ned til 5000 tegn.' },
    ]);
    expect(await tooLong(5001)).toMatchObject([
      { detail: 'Teksten er ett tegn for lang. Kort den ned til 5000 tegn.' },
    ]);
  });

  test('names unknown fields, at any depth', async () => {
    const signed = [{ by: randomUUID(), on: '2026-11-22', extra: 1 }];
    const problem = await problemOf(notes(MEETING), { as: LEADER, body: { text: 'hei', signed, colour: 'red' } });
    expect(problem.broken?.map(({ rule, at }) => [rule, at])).toEqual([
      ['UNKNOWN_FIELD', 'signed.0.extra'],
      ['UNKNOWN_FIELD', 'colour'],
    ]);
  });

  test.each(['a\u0000b', 'a\ud800b'])('reports a character that the database cannot store (%j)', async (text) => {
    const problem = await problemOf(notes(MEETING), { as: LEADER, body: { text } });
    expect(problem.broken).toMatchObject([{ rule: 'FORBIDDEN_CHARACTER', at: 'text' }]);
  });

  test.each([
    ['an unknown path', '/api/nothing', {}, 404],
    ['a path outside the API', '/nothing', {}, 404],
    ['an unknown method', notes(MEETING), { method: 'DELETE' }, 404],
    ['malformed JSON', notes(MEETING), { body: '{"text":' }, 400],
    ['a JSON text that is no object', notes(MEETING), { body: '"hei"' }, 400],
    ['a malformed address', '/api/meetings/%ff/notes', {}, 404],
    ['levels beyond all sense', notes(MEETING), { body: '['.repeat(9_000) + ']'.repeat(9_000) }, 400],
    ['too large a body', notes(MEETING), { body: { text: 'x'.repeat(30_000) } }, 413],
    [
      'a form',
      notes(MEETING),
      { body: 'text=hei', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['an unknown coding', notes(MEETING), { body: '{}', headers: { 'content-encoding': 'rot13' } }, 415],
    ['an unknown query field', '/api/meetings/search?colour=red', {}, 400],
    ['a page that is no number', '/api/meetings/search?page=x', {}, 400],
    ['a position that is none', '/api/meetings/search?after=x', {}, 400],
  ])('answers %s', async (_, path, asking: RequestParts, status) => {
    expect((await problemOf(path, { as: LEADER, ...asking })).status).toBe(status);
  });

  test('of a fault has a number that is in the log, and no internal details', async () => {
    const problem = await problemOf('/api/meetings/fault', { as: LEADER });
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toMatch(/duplicate|kari|Error/);
    const id = problem.instance.replace('urn:uuid:', '');
    const line = example.logged.find((each) => each.includes(id) && each.includes('"fault"'))!;
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      fault: { name: 'Error', at: expect.arrayContaining([expect.stringContaining('NotesController')]) },
    });
    expect(line).not.toContain('kari');
  });

  test('reports that the database does not answer', async () => {
    const { status, headers } = await ask('/api/meetings/away', { as: LEADER });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
  });

  test('reports concurrent writes to the same stream, and that nothing was saved', async () => {
    const { status, headers, json } = await ask('/api/meetings/busy', { as: LEADER });
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('1');
    expect(json).toMatchObject({ type: 'urn:samspill:problem:busy' });
  });

  test('reports that the connection was lost during the request', async () => {
    expect((await problemOf('/api/meetings/killed', { as: LEADER })).status).toBe(503);
  });

  test('reports that nothing was saved when the disk is full; health reports it until there is space again', async () => {
    example.disk.full = true;
    const problem = await problemOf('/api/meetings/full', { as: LEADER });
    expect(problem).toMatchObject({ status: 503, type: 'urn:samspill:problem:cannot-save' });
    expect(problem.detail).toContain('er ikkje lagra');
    expect(await example.saving.notReady()).toBe('the database cannot save');
    example.disk.full = false;
    expect(await example.saving.notReady()).toBeUndefined();
  });

  test('replaces a response that does not match its schema', async () => {
    const problem = await problemOf('/api/meetings/broken', { as: LEADER });
    expect(problem.status).toBe(500);
    expect(example.logged.join('')).toContain('items.0.secret: unknown_field');
    expect(example.logged.join('')).not.toContain('Kari Nordmann');
  });
});
