import { describe, expect, test } from '@jest/globals';
import { faultsOf, type FuzzAnswer } from './faults.js';
import { PLANTED } from './planted-tenants.js';

const NAMES = { database: new Set(['meetings_unit_month', 'ended_on']), classes: new Set(['FileProtocolController']) };
const answer = (given: Partial<FuzzAnswer>): FuzzAnswer => ({ status: 200, headers: {}, text: '{}', ...given });
const problem = (status: number, type: string) =>
  JSON.stringify({ type: `urn:samspill:problem:${type}`, title: 'x', status, detail: 'x', instance: 'urn:uuid:x' });
const faults = (given: Partial<FuzzAnswer>, path = '/api/units') => faultsOf(path, answer(given), NAMES);

describe('an answer has a fault', () => {
  test.each<[string, Partial<FuzzAnswer>]>([
    ['when there is none', { status: 0 }],
    ['with status 500', { status: 500, text: problem(500, 'fault') }],
    ['with 503 of a proxy', { status: 503, text: 'busy', headers: { 'retry-after': '1' } }],
    ['with 503 that does not say when to come back', { status: 503, text: problem(503, 'unavailable') }],
    ['with 503 for another reason', { status: 503, text: problem(503, 'fault'), headers: { 'retry-after': '1' } }],
    ['with a text of another municipality', { text: `{"name":"${PLANTED} skole"}` }],
    ['with a stack trace', { text: 'Error: x\n    at Object.read (/srv/samspill/read:7:3)' }],
    ['with a path', { text: '{"detail":"node_modules/express"}' }],
    ['with a text of PostgreSQL', { text: 'invalid input syntax for type uuid' }],
    ['with a kind of error', { text: '{"detail":"TypeError"}' }],
    ['with an object that nobody wrote out', { text: '{"detail":"[object Object]"}' }],
    ['with a table', { text: '{"detail":"meetings_unit_month"}' }],
    ['with a column', { text: '{"ended_on":null}' }],
    ['with a class', { text: 'FileProtocolController' }],
    [
      'with a problem of another shape',
      { status: 400, text: '{"error":"x"}', headers: { 'content-type': 'application/problem+json; charset=utf-8' } },
    ],
  ])('%s', (_, given) => {
    expect(faults(given)).toHaveLength(1);
  });

  test('with a text of another municipality also in the document for engineers', () => {
    expect(faults({ text: PLANTED }, '/api/openapi.json')).toHaveLength(1);
  });
});

describe('an answer is in order', () => {
  const json = { 'content-type': 'application/problem+json' };
  test.each<[string, Partial<FuzzAnswer>]>([
    ['with the names of the API', { text: '{"endedOn":null,"unitId":"974552876"}' }],
    ['with a refusal', { status: 403, text: problem(403, 'forbidden'), headers: json }],
    ['with 503 and its reason', { status: 503, text: problem(503, 'busy'), headers: { 'retry-after': '1' } }],
    [
      'with 504 for what is not visible yet',
      { status: 504, text: problem(504, 'not-yet-visible'), headers: { 'retry-after': '2' } },
    ],
  ])('%s', (_, given) => {
    expect(faults(given)).toEqual([]);
  });

  test('with 503 of the probe, which names the part that is not ready', () => {
    const text = '{"status":"not-ready","parts":[{"part":"database","ready":false}]}';
    expect(faults({ status: 503, text }, '/health/ready')).toEqual([]);
    expect(faults({ status: 503, text }, '/api/units')).toHaveLength(1);
  });

  test('with the name of an operation in the document for engineers', () => {
    expect(faults({ text: 'FileProtocolController' }, '/api/openapi.json')).toEqual([]);
  });
});
