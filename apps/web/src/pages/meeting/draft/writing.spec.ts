import { describe, expect, test } from '@jest/globals';
import { rowOf, withRow, type Draft } from './draft.js';
import { anAction, anEmptyDraft } from './draft.examples.js';
import { placeByNumber, valueAt } from './places.js';
import {
  arrived,
  beginWriting,
  choose,
  failed,
  isDirty,
  isSafe,
  joined,
  recovered,
  saved,
  sent,
  toSend,
  typed,
  type Writing,
  toChoose,
} from './writing.js';

const base: Draft = { ...anEmptyDraft, actions: [anAction('a', { text: 'Kurs' }), anAction('b', { text: 'Besøk' })] };
const at = (revision: number, draft: Draft) => ({ revision: String(revision), draft });
const begun = beginWriting(at(1, base));
const write = (writing: Writing, text: string, id = 'a') =>
  typed(writing, withRow(writing.mine, 'actions', id, { text }));
const textOf = (draft: Draft, id = 'a') => rowOf(draft, 'actions', id)?.text;
const theirDraft = (text: string, id = 'a') => withRow(base, 'actions', id, { text });

describe('saving', () => {
  test('nothing is sent before something is written', () => {
    expect(sent(begun)).toBe(begun);
    expect(isSafe(begun)).toBe(true);
  });

  test('what is written goes on its way, and is safe when the server has it', () => {
    const sending = sent(write(begun, 'Kurs i lesing'));
    expect(textOf(sending.sending!)).toBe('Kurs i lesing');
    expect(isSafe(sending)).toBe(false);
    const after = saved(sending, at(2, sending.sending!));
    expect(isSafe(after)).toBe(true);
    expect(isDirty(after)).toBe(false);
  });

  test('one at a time: what is typed meanwhile waits, and is sent after', () => {
    const sending = write(sent(write(begun, 'Kurs i')), 'Kurs i lesing');
    expect(sent(sending)).toBe(sending);
    const after = saved(sending, at(2, sending.sending!));
    expect(textOf(after.mine)).toBe('Kurs i lesing');
    expect(textOf(sent(after).sending!)).toBe('Kurs i lesing');
  });

  test('what others wrote in other fields comes in with the answer', () => {
    const sending = sent(write(begun, 'Kurs i lesing'));
    const merged = withRow(sending.sending!, 'actions', 'b', { text: 'Besøk på trinnet' });
    const after = saved(write(sending, 'Kurs i lesing nå'), at(3, merged));
    expect(textOf(after.mine, 'b')).toBe('Besøk på trinnet');
    expect(textOf(after.mine)).toBe('Kurs i lesing nå');
    expect(after.conflicts).toEqual([]);
  });
});

describe('when the server does not answer', () => {
  test('the text stays to be sent, and trouble is said until it is saved', () => {
    const after = failed(sent(write(begun, 'Kurs i lesing')), 'offline');
    expect(after).toMatchObject({ trouble: 'offline', failures: 1, sending: null });
    expect(isDirty(after)).toBe(true);
    const again = sent(after);
    expect(saved(again, at(2, again.sending!))).toMatchObject({ trouble: null, failures: 0 });
  });

  test('what arrived without an answer is one’s own text, and no conflict with what one wrote on', () => {
    const lost = write(failed(sent(write(begun, 'Kurs i')), 'offline'), 'Kurs i lesing');
    const after = arrived(lost, at(2, theirDraft('Kurs i')));
    expect(after.conflicts).toEqual([]);
    expect(textOf(after.mine)).toBe('Kurs i lesing');
    expect(isDirty(after)).toBe(true);
  });

  test('… also where another has written beside it', () => {
    const lost = write(failed(sent(write(begun, 'Kurs i')), 'fault'), 'Kurs i lesing');
    const theirs = withRow(theirDraft('Kurs i'), 'actions', 'b', { text: 'Besøk i mai' });
    const after = arrived(lost, at(3, theirs));
    expect(after.conflicts).toEqual([]);
    expect([textOf(after.mine), textOf(after.mine, 'b')]).toEqual(['Kurs i lesing', 'Besøk i mai']);
  });

  test('what arrived without an answer and was taken back stays taken back', () => {
    const lost = write(failed(sent(write(begun, 'Kurs i')), 'offline'), 'Kurs');
    const after = arrived(lost, at(2, theirDraft('Kurs i')));
    expect(textOf(after.mine)).toBe('Kurs');
    expect(textOf(toSend(after))).toBe('Kurs');
  });

  test('the network coming back forgets the failures; a filed protocol is not written in again', () => {
    const offline = failed(sent(write(begun, 'Kurs i lesing')), 'offline');
    expect(recovered(offline)).toMatchObject({ trouble: null, failures: 0 });
    const filed = failed(sent(write(begun, 'Kurs i lesing')), 'filed');
    expect(recovered(filed)).toBe(filed);
  });

  test('what the server does not take is tried again when it has changed', () => {
    const refused = failed(sent(write(begun, 'x'.repeat(600))), 'refused');
    expect(recovered(write(refused, 'kort')).trouble).toBeNull();
    expect(write(refused, 'kort').trouble).toBeNull();
  });

  test('drafts that begin anew take nothing away from the screen', () => {
    const writing = saved(sent(write(begun, 'Kurs i lesing')), at(2, theirDraft('Kurs i lesing')));
    const after = arrived(writing, at(0, base));
    expect(textOf(after.mine)).toBe('Kurs i lesing');
    expect(isDirty(after)).toBe(true);
  });
});

describe('two who write in the same field', () => {
  const conflict = arrived(write(begun, 'Kurs i lesing'), { ...at(2, theirDraft('Kurs i regning')), savedBy: 'ola' });

  test('both texts are there: mine on the screen, theirs beside; the field is not sent', () => {
    expect(textOf(conflict.mine)).toBe('Kurs i lesing');
    expect(conflict.conflicts).toEqual([{ at: 'actions.a.text', theirs: 'Kurs i regning', by: 'ola' }]);
    expect(isDirty(conflict)).toBe(false);
    expect(isSafe(conflict)).toBe(false);
  });

  test('everything else is sent meanwhile', () => {
    const on = write(conflict, 'Besøk i mai', 'b');
    expect(textOf(toSend(on))).toBe('Kurs i regning');
    expect(textOf(toSend(on), 'b')).toBe('Besøk i mai');
  });

  test.each([
    ['mine', 'Kurs i lesing', true],
    ['theirs', 'Kurs i regning', false],
    ['both', 'Kurs i regning Kurs i lesing', true],
  ] as const)('«%s» gives «%s»', (choice, text, dirty) => {
    const chosen = choose(conflict, 'actions.a.text', choice);
    expect(textOf(chosen.mine)).toBe(text);
    expect(chosen.conflicts).toEqual([]);
    expect(isDirty(chosen)).toBe(dirty);
  });

  test('one goes on writing in the field: it is still a conflict', () => {
    const on = arrived(write(conflict, 'Kurs i lesing nå'), at(3, theirDraft('Kurs i regning, 4. trinn')));
    expect(on.conflicts).toMatchObject([{ at: 'actions.a.text', theirs: 'Kurs i regning, 4. trinn' }]);
    expect(textOf(on.mine)).toBe('Kurs i lesing nå');
  });

  test('the other takes over one’s text: there is nothing left to choose', () => {
    const agreed = arrived(conflict, at(3, theirDraft('Kurs i lesing')));
    expect(agreed.conflicts).toEqual([]);
    expect(isSafe(agreed)).toBe(true);
  });

  test('a row that the other took away while one wrote in it stays on the screen until somebody chooses', () => {
    const without: Draft = { ...base, actions: base.actions.slice(1) };
    const gone = arrived(write(begun, 'Kurs i lesing'), at(2, without));
    expect(gone.conflicts).toMatchObject([{ at: 'actions.a', theirs: null }]);
    expect(textOf(gone.mine)).toBe('Kurs i lesing');
    expect(rowOf(toSend(gone), 'actions', 'a')).toBeUndefined();
    expect(textOf(toSend(choose(gone, 'actions.a', 'mine')))).toBe('Kurs i lesing');
    expect(rowOf(choose(gone, 'actions.a', 'theirs').mine, 'actions', 'a')).toBeUndefined();
  });

  test('a row that one took away while the other wrote in it is kept at the server until somebody chooses', () => {
    const took = typed(begun, { ...base, actions: base.actions.slice(1) });
    const after = arrived(took, at(2, theirDraft('Kurs i regning')));
    expect(after.conflicts).toMatchObject([{ at: 'actions.a', theirs: { text: 'Kurs i regning' } }]);
    expect(textOf(toSend(after))).toBe('Kurs i regning');
    expect(textOf(choose(after, 'actions.a', 'theirs').mine)).toBe('Kurs i regning');
    expect(rowOf(toSend(choose(after, 'actions.a', 'mine')), 'actions', 'a')).toBeUndefined();
  });

  test('who is responsible and for which service is one choice: whoever is chosen brings their service along', () => {
    const owned = (ownerId: string, ownerServiceId: string | null): Draft =>
      withRow(base, 'actions', 'a', { ownerId, ownerServiceId });
    const two = arrived(typed(begun, owned('kari', 'helsestasjon')), at(2, owned('ola', 'ppt')));
    expect(toChoose(two).map((it) => it.at)).toEqual(['actions.a.ownerId']);
    for (const [choice, ownerId, ownerServiceId] of [
      ['mine', 'kari', 'helsestasjon'],
      ['theirs', 'ola', 'ppt'],
    ] as const) {
      const chosen = choose(two, 'actions.a.ownerId', choice);
      expect(chosen.conflicts).toEqual([]);
      expect(rowOf(chosen.mine, 'actions', 'a')).toMatchObject({ ownerId, ownerServiceId });
    }
  });

  test('a row in conflict hides the conflicts of its fields', () => {
    const gone = arrived(conflict, at(3, { ...base, actions: base.actions.slice(1) }));
    expect(gone.conflicts).toMatchObject([{ at: 'actions.a', theirs: null }]);
  });
});

test('two texts as one: where one holds the other, it says everything', () => {
  expect(joined('Kurs i lesing', 'Kurs')).toBe('Kurs i lesing');
  expect(joined('Kurs', 'Kurs i lesing')).toBe('Kurs i lesing');
  expect(joined('Kurs ', ' i mai')).toBe('Kurs i mai');
});

test('the server names fields by the number of their row, the page by its id', () => {
  expect(placeByNumber(base, 'actions.1.text')).toBe('actions.b.text');
  expect(placeByNumber(base, 'actions')).toBe('actions');
  expect(placeByNumber(base, 'heldOn')).toBe('heldOn');
  expect(placeByNumber(base, 'actions.7.text')).toBe('actions');
  expect(valueAt(base, 'actions.b.text')).toBe('Besøk');
});
