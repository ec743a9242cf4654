import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ServiceId } from '#platform/kernel';
import {
  aMatter,
  anAction,
  day,
  draft,
  draftAction,
  head,
  adviser,
  participant,
  ppt,
} from '../meeting/meeting.examples.js';
import { mergeDrafts } from './merge-drafts.js';
import { ProtocolDraft, type DraftAction, type DraftMatter } from './protocol-draft.js';

const heading = (n: number, text: string): DraftMatter => ({
  kind: 'system',
  matterId: aMatter(n),
  topic: 'routines',
  cause: null,
  heading: text,
});
const base = draft({ matters: [heading(1, 'Rutiner')], place: 'møterommet' });

test('changes of different fields are both kept', () => {
  const mine = { ...base, place: 'biblioteket', actions: [draftAction({ text: 'Kurs i mai' })] };
  const theirs = {
    ...base,
    matters: [heading(1, 'Rutiner i friminutt')],
    actions: [draftAction({ dueOn: day('2027-01-08') })],
  };
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    draft: {
      ...base,
      place: 'biblioteket',
      matters: [heading(1, 'Rutiner i friminutt')],
      actions: [draftAction({ text: 'Kurs i mai', dueOn: day('2027-01-08') })],
    },
    conflicts: [],
  });
});
test('rows added by both are all kept, in an order that does not depend on who saved first', () => {
  const mine = { ...base, actions: [...base.actions, draftAction({ actionId: anAction(12) })] };
  const theirs = { ...base, actions: [...base.actions, draftAction({ actionId: anAction(11) })] };
  const ids = (it: ProtocolDraft) => it.actions.map(({ actionId }) => actionId);
  expect(ids(mergeDrafts(base, mine, theirs).draft)).toEqual([anAction(10), anAction(11), anAction(12)]);
  expect(ids(mergeDrafts(base, theirs, mine).draft)).toEqual([anAction(10), anAction(11), anAction(12)]);
});
test('a row added in the middle keeps its place when the other did not change the list', () => {
  const mine = { ...base, matters: [heading(2, 'Først'), ...base.matters] };
  expect(mergeDrafts(base, mine, { ...base, place: 'hallen' }).draft.matters).toEqual(mine.matters);
});
test('a row removed by one is removed when the other did not change it', () => {
  expect(mergeDrafts(base, { ...base, matters: [] }, { ...base, place: 'hallen' }).draft).toEqual({
    ...base,
    matters: [],
    place: 'hallen',
  });
});
test('a row removed by one and changed by the other is a conflict with both versions', () => {
  const theirs = { ...base, matters: [heading(1, 'Noe annet')] };
  const { draft: merged, conflicts } = mergeDrafts(base, { ...base, matters: [] }, theirs);
  expect(merged.matters).toEqual(theirs.matters);
  expect(conflicts).toEqual([
    { at: `matters.${aMatter(1)}`, base: base.matters[0], mine: null, theirs: theirs.matters[0] },
  ]);
});
test('a field changed differently by both is a conflict with both texts; an equal change is not', () => {
  const [mine, theirs] = ['A', 'B'].map((text) => ({ ...base, matters: [heading(1, text)] })) as [
    ProtocolDraft,
    ProtocolDraft,
  ];
  expect(mergeDrafts(base, mine, theirs).conflicts).toEqual([
    { at: `matters.${aMatter(1)}.heading`, base: 'Rutiner', mine: 'A', theirs: 'B' },
  ]);
  expect(mergeDrafts(base, mine, mine)).toEqual({ draft: mine, conflicts: [] });
});
const helper = (personId: typeof head | null, serviceId: ServiceId | null = null) => ({ personId, serviceId });
const withAction = (changes: Partial<DraftAction>) => ({ ...base, actions: [draftAction(changes)] });
test('helpers added by either are kept and helpers removed by either are gone, without a conflict', () => {
  const before = withAction({ contributors: [helper(head), helper(null, ppt)] });
  const mine = withAction({ contributors: [helper(head), helper(null, ppt), helper(adviser)] });
  const theirs = withAction({ contributors: [helper(head), helper(head, ppt)] });
  for (const merged of [mergeDrafts(before, mine, theirs), mergeDrafts(before, theirs, mine)]) {
    expect(merged.conflicts).toEqual([]);
    expect(merged.draft.actions[0]!.contributors).toHaveLength(3);
    expect(merged.draft.actions[0]!.contributors).toEqual(
      expect.arrayContaining([helper(head), helper(adviser), helper(head, ppt)]),
    );
  }
});
test('an amount written by one and hours written by the other are both kept', () => {
  const [mine, theirs] = [
    withAction({ resources: { nok: 20_000, hours: null } }),
    withAction({ resources: { nok: null, hours: 1.5 } }),
  ];
  expect(mergeDrafts(withAction({ resources: null }), mine, theirs)).toEqual({
    draft: withAction({ resources: { nok: 20_000, hours: 1.5 } }),
    conflicts: [],
  });
});
test('different amounts written by both are a conflict with both values', () => {
  const resources = (nok: number) => ({ nok, hours: null });
  const [mine, theirs] = [withAction({ resources: resources(20_000) }), withAction({ resources: resources(30_000) })];
  const { draft: merged, conflicts } = mergeDrafts(withAction({ resources: null }), mine, theirs);
  expect(conflicts).toEqual([
    { at: `actions.${anAction(10)}.resources`, base: null, mine: resources(20_000), theirs: resources(30_000) },
  ]);
  expect(merged).toEqual(theirs);
});
test('a matter that both changed to another kind is a conflict as a whole', () => {
  const anonymous: DraftMatter = {
    kind: 'anonymous',
    matterId: aMatter(1),
    topic: 'language',
    cause: null,
    ageBand: '3-5',
    setting: null,
  };
  const mine = { ...base, matters: [anonymous] };
  const theirs = { ...base, matters: [heading(1, 'Språk')] };
  expect(mergeDrafts(base, mine, theirs).conflicts.map(({ at }) => at)).toEqual([`matters.${aMatter(1)}`]);
});

const text = fc.constantFrom(null, 'A', 'B', 'C');
const amount = fc.constantFrom(null, 1, 2);
const aDraft = fc
  .record({
    place: text,
    participants: fc.subarray([head, adviser]),
    attendance: fc.constantFrom('present' as const, 'absent' as const, null),
    matters: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('A', 'B', 'C')), {
      selector: ([n]) => n,
    }),
    actions: fc.uniqueArray(fc.tuple(fc.integer({ min: 10, max: 13 }), text, text), { selector: ([n]) => n }),
    helpers: fc.subarray([helper(head), helper(adviser), helper(null, ppt), helper(head, ppt)]),
    resources: fc.option(fc.record({ nok: amount, hours: amount }).filter(({ nok, hours }) => nok !== hours)),
  })
  .map((it) =>
    draft({
      place: it.place,
      participants: it.participants.map((id) => participant(id, it.attendance)),
      matters: it.matters.map(([n, said]) => heading(n, said)),
      actions: it.actions.map(([n, said, effect]) =>
        draftAction({
          actionId: anAction(n),
          text: said,
          wantedEffect: effect,
          contributors: it.helpers,
          resources: it.resources,
        }),
      ),
    }),
  );
/** Every field with its path, lists by id, so that drafts can be compared independent of order. */
const flat = (it: unknown, at = ''): Record<string, unknown> => {
  if (Array.isArray(it))
    return Object.assign(
      {},
      ...it.map((item: Record<string, unknown>) =>
        flat(item, `${at}.${String(item.actionId ?? item.matterId ?? helperOrSeat(item))}`),
      ),
    ) as Record<string, unknown>;
  if (it === null || typeof it !== 'object') return { [at]: it };
  return Object.assign({}, ...Object.entries(it).map(([key, value]) => flat(value, `${at}.${key}`))) as Record<
    string,
    unknown
  >;
};
const helperOrSeat = (item: Record<string, unknown>) =>
  'attendance' in item ? item.personId : JSON.stringify([item.personId, item.serviceId]);
const runs = { seed: 21, numRuns: 500 };

test('no written text is lost: it is in the merged draft or in a conflict', () => {
  fc.assert(
    fc.property(aDraft, aDraft, aDraft, (was, mine, theirs) => {
      const { draft: merged, conflicts } = mergeDrafts(was, mine, theirs);
      const [before, after] = [flat(was), flat(merged)];
      for (const [at, value] of [...Object.entries(flat(mine)), ...Object.entries(flat(theirs))]) {
        // an empty amount in kroner is no text
        if (value === null && at.includes('.resources')) continue;
        if (before[at] === value || after[at] === value) continue;
        expect(conflicts.some((conflict) => `${at}.`.startsWith(`.${conflict.at}.`))).toBe(true);
      }
      expect(ProtocolDraft.parse(merged)).toEqual(merged);
    }),
    runs,
  );
});
test('the order of saving only decides whose text is shown during a conflict', () => {
  fc.assert(
    fc.property(aDraft, aDraft, aDraft, (was, mine, theirs) => {
      const [one, other] = [mergeDrafts(was, mine, theirs), mergeDrafts(was, theirs, mine)];
      expect(other.conflicts).toEqual(one.conflicts.map((it) => ({ ...it, mine: it.theirs, theirs: it.mine })));
      if (one.conflicts.length === 0) expect(other.draft).toEqual(one.draft);
    }),
    runs,
  );
});
test('a save without changes, or with equal changes, changes nothing', () => {
  fc.assert(
    fc.property(aDraft, aDraft, (was, mine) => {
      expect(mergeDrafts(was, mine, was)).toEqual({ draft: mine, conflicts: [] });
      expect(mergeDrafts(was, was, mine)).toEqual({ draft: mine, conflicts: [] });
      expect(mergeDrafts(was, mine, mine)).toEqual({ draft: mine, conflicts: [] });
    }),
    runs,
  );
});
