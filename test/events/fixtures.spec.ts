import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { EventCatalog, type StoredEvent } from '#platform/event-store';
import type { EventType } from '#platform/kernel';
import * as actions from '#actions/contract';
import * as alerts from '#alerts/contract';
import * as calendar from '#calendar/contract';
import * as digests from '#digests/contract';
import * as meetings from '#meetings/contract';
import * as news from '#news/contract';
import * as operations from '#operations/contract';
import * as registry from '#registry/contract';
import * as signIn from '#sign-in/contract';
import * as statistics from '#statistics/contract';

const CONTRACTS: Readonly<Record<string, object>> = {
  actions,
  alerts,
  digests,
  calendar,
  meetings,
  news,
  operations,
  registry,
  'sign-in': signIn,
  statistics,
};
const FIXTURES = new URL('../fixtures/events/', import.meta.url);
const LIBS = new URL('../../libs/', import.meta.url);

const isEventType = (value: unknown): value is EventType =>
  typeof value === 'function' && 'schemaVersion' in value && 'upcasters' in value;
const typesOf = (contract: object): EventType[] => Object.values(contract).filter(isEventType);
const all = Object.values(CONTRACTS).flatMap(typesOf);
const fixtureOf = ({ type }: EventType, version: number) => `${type}.v${version}.json`;
const versionsOf = ({ schemaVersion }: EventType) => Array.from({ length: schemaVersion }, (_, i) => i + 1);
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>;

const stored = (name: string): StoredEvent => ({
  ...read(name),
  id: '018f0c5e-0000-7000-8000-0000000000ff',
  tenant: '9901',
  stream: 'fixture-1',
  revision: 0n,
  position: 1n,
  recordedAt: new Date('2026-11-22T08:00:00Z'),
  metadata: {
    commandId: 'fixture',
    request: 'fixture',
    correlationId: 'fixture',
    actor: 'system:fixture',
    occurredAt: '2026-11-22T08:00:00Z',
  },
});

const catalog = new EventCatalog(Object.fromEntries(all.map((type) => [type.type, type])));

describe.each(all.map((type) => [type.type, type] as const))('%s', (_, type) => {
  test.each(versionsOf(type))('version %i as it was written is read through its upcasters', (version) => {
    const name = fixtureOf(type, version);
    expect(read(name)).toMatchObject({ type: type.type, schemaVersion: version });
    catalog.check(stored(name));
  });

  test('the fixture of today’s version has exactly the fields of the schema', () => {
    const { data } = read(fixtureOf(type, type.schemaVersion));
    expect(type.schema.parse(data)).toEqual(data);
  });

  test('it is in a group of its contract, and so in the catalogue', () => {
    const groups = Object.values(CONTRACTS).flatMap((contract) => Object.values(contract).filter(isGroup));
    expect(groups.flatMap((group) => Object.values(group))).toContain(type);
  });
});

test('every fixture belongs to a version of an event type', () => {
  const known = new Set(all.flatMap((type) => versionsOf(type).map((version) => fixtureOf(type, version))));
  expect(readdirSync(FIXTURES).filter((name) => !known.has(name))).toEqual([]);
});

test('every context’s contract is included here', () => {
  const contexts = readdirSync(LIBS).filter((name) => existsSync(new URL(`${name}/contract/index.ts`, LIBS)));
  expect(contexts.filter((name) => !(name in CONTRACTS))).toEqual([]);
});

function isGroup(value: unknown): value is Readonly<Record<string, EventType>> {
  if (typeof value !== 'object' || value === null) return false;
  const members = Object.values(value);
  return members.length > 0 && members.every(isEventType);
}
