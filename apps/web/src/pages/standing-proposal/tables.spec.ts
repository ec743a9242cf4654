import { expect, test } from '@jest/globals';
import { shownTables, type Participant, type Table } from './tables.js';

const pia = { personId: 'pia' } as Participant;
const ola = { personId: 'ola' } as Participant;
const table = (unitId: string, participants: readonly Participant[], isSet = false) =>
  ({ unitId, revision: '3', participants, isSet, lacking: [] }) as unknown as Table;
const nothing = { edits: new Map(), leftOut: new Set<string>() };

test('a unit that has standing participants is not among those to accept', () => {
  const shown = shownTables([table('a', [pia]), table('b', [ola], true)], nothing);
  expect(shown.map(({ unitId }) => unitId)).toEqual(['a']);
});

test('a proposal is accepted unless it is left out, or empty', () => {
  const shown = shownTables([table('a', [pia]), table('b', [pia]), table('c', [])], {
    ...nothing,
    leftOut: new Set(['b']),
  });
  expect(shown.map(({ isAccepted }) => isAccepted)).toEqual([true, false, false]);
});

test('a changed list replaces the proposal, with the revision that was seen when it was changed', () => {
  const edits = new Map([['a', { revision: '2', participants: [ola] }]]);
  const [shown] = shownTables([table('a', [pia])], { ...nothing, edits });
  expect(shown).toMatchObject({ revision: '2', participants: [ola], isEdited: true, isAccepted: true });
});
