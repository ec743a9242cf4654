import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { rememberedVisit, type EarlyRequest, type RememberedVisit } from './early-requests.js';

const PERSON = '9b2f8c1e-0000-4000-8000-000000000001';
const BOARD = '/api/board?size=200';

const kept = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
  location: { pathname: '/oppfolging', search: '' },
  addEventListener: () => undefined,
});
const { forgetVisit, rememberPerson, rememberRead, rememberReads, takeEarly } = await import('./early-answers.js');

const answer = (text: string, status = 200) => Promise.resolve(new Response(text, { status }));
const early = (response: Promise<Response>, sentAt = performance.now()): EarlyRequest => ({
  sentAt,
  acceptLanguage: '*',
  response,
});
const again = () => answer('again');
const visit = () => JSON.parse(kept.get('samspill.visit') ?? 'null') as RememberedVisit | null;

beforeEach(() => {
  jest.useFakeTimers();
  kept.clear();
  rememberReads();
});
afterEach(() => void jest.useRealTimers());

test('an early answer is used once, for the same address and language', async () => {
  globalThis.samspillEarly = new Map([[BOARD, early(answer('early'))]]);
  expect(takeEarly('/api/board?size=50', again, '*')).toBeUndefined();
  expect(await (await takeEarly(BOARD, again, '*'))!.text()).toBe('early');
  expect(takeEarly(BOARD, again, '*')).toBeUndefined();
  globalThis.samspillEarly = new Map([[BOARD, early(answer('early'))]]);
  expect(takeEarly(BOARD, again, 'en')).toBeUndefined();
});

test.each([
  ['was refused', () => early(answer('refused', 412))],
  ['did not arrive', () => early(Promise.reject(new TypeError('offline')))],
])('what %s is requested again', async (_, sent) => {
  globalThis.samspillEarly = new Map([[BOARD, sent()]]);
  expect(await (await takeEarly(BOARD, again, '*'))!.text()).toBe('again');
});

test.each([
  '5',
  '"text"',
  '[]',
  '{',
  '{"personId":"a"}',
  '{"personId":"a","reads":{"/":"x"}}',
  '{"personId":"a","reads":{"/":[1]}}',
])('a damaged record of the last visit counts as none: %s', (stored) => {
  kept.set('samspill.visit', stored);
  expect(rememberedVisit()).toBeUndefined();
});

test('an old answer is not used', () => {
  globalThis.samspillEarly = new Map([[BOARD, early(answer('early'), performance.now() - 15_001)]]);
  expect(takeEarly(BOARD, again, '*')).toBeUndefined();
});

test('the first reads of a page are kept for its next visit by the same person, and no others', () => {
  rememberPerson(PERSON, 'nn');
  rememberRead(BOARD, undefined);
  rememberRead('/api/news', PERSON);
  expect(visit()).toEqual({ personId: PERSON, language: 'nn', reads: { '/oppfolging': ['/api/news'] } });
  jest.advanceTimersByTime(10_001);
  rememberRead(BOARD, PERSON);
  expect(visit()?.reads).toEqual({ '/oppfolging': ['/api/news'] });
  rememberPerson('another', 'nb');
  expect(visit()).toEqual({ personId: 'another', language: 'nb', reads: {} });
});

test('what somebody has searched for is not kept, and nothing is after the session', () => {
  rememberRead('/api/services', PERSON);
  rememberRead('/api/search?text=Kari', PERSON);
  expect(visit()?.reads).toEqual({});
  forgetVisit();
  expect(kept.size).toBe(0);
});
