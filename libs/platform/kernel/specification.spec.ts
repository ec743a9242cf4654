import { beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { refuse, type Decider } from './decider.js';
import { eventType, type EventOf } from './event.js';
import { specification } from './specification.js';

const Opened = eventType('test.Opened', 1, z.object({}));
type DoorEvent = EventOf<{ Opened: typeof Opened }>;
const door: Decider<boolean, 'open', DoorEvent, 'DOOR_IS_OPEN'> = {
  initialState: false,
  decide: (_, isOpen) => (isOpen ? refuse('DOOR_IS_OPEN') : [Opened({})]),
  evolve: () => true,
};

let registered: Map<string, () => void>;
const { accepts, refuses } = specification('a door', door, (name, run) => registered.set(name, run));
beforeEach(() => {
  registered = new Map();
});
const run = (name: string) => registered.get(name)!();

test('passes when the events are the expected ones, and fails otherwise', () => {
  accepts('a push').given().when('open').then(Opened({}));
  expect(() => run('a door accepts a push')).not.toThrow();
  accepts('nothing').given().when('open').then();
  expect(() => run('a door accepts nothing')).toThrow('toEqual');
});

test('passes when the refusal is the expected one, and fails otherwise', () => {
  refuses('a second push').given(Opened({})).when('open').with('DOOR_IS_OPEN');
  expect(() => run('a door refuses a second push')).not.toThrow();
  refuses('a first push').given().when('open').with('DOOR_IS_OPEN');
  expect(() => run('a door refuses a first push')).toThrow('toMatchObject');
});

test.each([
  ['accepts', () => void accepts('a push').given().when('open'), 'a door accepts a push'],
  ['accepts, without a command', () => void accepts('a push').given(), 'a door accepts a push'],
  ['refuses', () => void refuses('a push').given().when('open'), 'a door refuses a push'],
  ['refuses, without events', () => void refuses('a push'), 'a door refuses a push'],
])('fails without an expectation: %s', (_, unfinished, name) => {
  unfinished();
  expect(() => run(name)).toThrow('Unfinished');
});

test('refuses a second expectation, which would replace the first', () => {
  const pushed = accepts('a push').given().when('open');
  pushed.then(Opened({}));
  expect(() => pushed.then()).toThrow('two expectations');
});
