import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { Askers } from '#platform/identity';
import { askerOf, notes } from './http-client.examples.js';
import { clock, LEADER, startExample, TEACHER, type Example } from './http.examples.js';
import { MEETING, Meetings } from './notes.examples.js';

// The subject of a right is looked for at the same time as the roles that decide about it (ADR 0363).

let example: Example;
const NOW = new Date('2026-11-22T08:00:00Z');
const { ask } = askerOf(() => example);
beforeAll(async () => {
  example = await startExample();
});
afterEach(() => {
  jest.restoreAllMocks();
  clock.set(NOW);
});
afterAll(() => example.app.close());

test('a subject is looked for before the roles are known', async () => {
  const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>();
  const [meetings, askers] = [example.app.get(Meetings), example.app.get(Askers)];
  const [find, rolesOf] = [meetings.find.bind(meetings), askers.find.bind(askers)];
  jest.spyOn(meetings, 'find').mockImplementation((tenant, id) => {
    asked();
    return find(tenant, id);
  });
  // Without an answer, if the guard waited for the roles first.
  jest.spyOn(askers, 'find').mockImplementation(async (...who) => {
    await isAsked;
    return rolesOf(...who);
  });
  expect((await ask(notes(MEETING), { as: LEADER })).status).toBe(200);
});

test('a subject that cannot be looked for is told to those only who are let in', async () => {
  const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
  const find = jest.spyOn(example.app.get(Meetings), 'find').mockRejectedValue(away);
  expect((await ask(notes(MEETING), { as: LEADER })).status).toBe(503);
  expect(find).toHaveBeenCalledTimes(1);
  clock.set(new Date('2026-11-30T23:00:00Z'));
  expect((await ask(notes(MEETING), { as: TEACHER })).status).toBe(401);
  expect(find).toHaveBeenCalledTimes(2);
  expect((await ask(notes(MEETING))).status).toBe(401);
  expect((await ask(notes('no id'), { as: TEACHER })).status).toBe(401);
  expect(find).toHaveBeenCalledTimes(2);
});
