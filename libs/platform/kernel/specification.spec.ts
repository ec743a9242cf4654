import { beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { refuse, type Decider } from './decider.js';
import { eventType, type EventOf } from './event.js';
import { specification } from './specification.js';

const Locked = eventType('test.Locked', 1, z.object({}));
type DocumentEvent = EventOf<{ Locked: typeof Locked }>;
const document: Decider<boolean, 'lock', DocumentEvent, 'DOCUMENT_IS_LOCKED'> = {
  initialState: false,
  decide: (_, isLocked) => (isLocked ? refuse('DOCUMENT_IS_LOCKED') : [Locked({})]),
  evolve: () => true,
};

let registered: Map<string, () => void>;
const { accepts, refuses } = specification('a document', document, (name, run) => registered.set(name, run));
beforeEach(() => {
  registered = new Map();
});
const run = (name: string) => registered.get(name)!();

test('passes when the events are the expected ones, and fails otherwise', () => {
  accepts('a lock').given().when('lock').then(Locked({}));
  expect(() => run('a document accepts a lock')).not.toThrow();
  accepts('nothing').given().when('lock').then();
  expect(() => run('a document accepts nothing')).toThrow('toEqual');
});

test('passes when the refusal is the expected one, and fails otherwise', () => {
  refuses('a second lock').given(Locked({})).when('lock').with('DOCUMENT_IS_LOCKED');
  expect(() => run('a document refuses a second lock')).not.toThrow();
  refuses('a first lock').given().when('lock').with('DOCUMENT_IS_LOCKED');
  expect(() => run('a document refuses a first lock')).toThrow('toMatchObject');
});

test.each([
  ['accepts', () => void accepts('a lock').given().when('lock'), 'a document accepts a lock'],
  ['accepts, without a command', () => void accepts('a lock').given(), 'a document accepts a lock'],
  ['refuses', () => void refuses('a lock').given().when('lock'), 'a document refuses a lock'],
  ['refuses, without events', () => void refuses('a lock'), 'a document refuses a lock'],
])('fails without an expectation: %s', (_, unfinished, name) => {
  unfinished();
  expect(() => run(name)).toThrow('Unfinished');
});

test('refuses a second expectation, which would replace the first', () => {
  const locked = accepts('a lock').given().when('lock');
  locked.then(Locked({}));
  expect(() => locked.then()).toThrow('two expectations');
});
