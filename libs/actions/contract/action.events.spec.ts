import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { actionEvents } from './index.js';

test.each(
  Object.values(actionEvents).flatMap((type) =>
    Array.from({ length: type.schemaVersion }, (_, i) => [type, i + 1] as const),
  ),
)('every earlier form of event %# can be read', (type, version) => {
  const file = new URL(`../../../test/fixtures/events/${type.type}.v${version}.json`, import.meta.url);
  const frozen = JSON.parse(readFileSync(file, 'utf8')) as { type: string; schemaVersion: number; data: unknown };
  expect(frozen).toMatchObject({ type: type.type, schemaVersion: version });
  const lifted = type.upcasters.slice(version - 1).reduce((shape, lift) => lift(shape), frozen.data);
  expect(type.schema.parse(lifted)).toEqual(lifted);
});
