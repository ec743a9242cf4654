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

  test('typed text is sent, and is saved when the server has answered', () => {
    const sending = sent(write(begun, 'Kurs i lesing'));
    expect(textOf(sending.sending!)).toBe('Kurs i lesing');
    expect(isSafe(sending)).toBe(false);
    const after = saved(sending, at(2, sending.sending!));
    expect(isSafe(after)).toBe(true);
    expect(isDirty(after)).toBe(false);
  });

  test('one request at a time: text typed meanwhile is sent afterwards', () => {
    const sending = write(sent(write(begun, 'Kurs i')), 'Kurs i lesing');
    expect(sent(sending)).toBe(sending);
    const after = saved(sending, at(2, sending.sending!));
    expect(textOf(after.mine)).toBe('Kurs i lesing');
    expect(textOf(sent(after).sending!)).toBe('Kurs i lesing');
  });

  test('others’ changes in other fields arrive with the answer', () => {
    const sending = sent(write(begun, 'Kurs i lesing'));
    const merged = withRow(sending.sending!, 'actions', 'b', { text: 'Besøk på trinnet' });
    const after = saved(write(sending, 'Kurs i lesing nå'), at(3, merged));
    expect(textOf(after.mine, 'b')).toBe('Besøk på trinnet');
    expect(textOf(after.mine)).toBe('Kurs i lesing nå');
    expect(after.conflicts).toEqual([]);
  });
});

describe('when the server does not answer', () => {
  test('the text remains to be sent, and the fault is shown until it is saved', () => {
    const after = failed(sent(write(begun, 'Kurs i lesing')), 'offline');
    expect(after).toMatchObject({ trouble: 'offline', failures: 1, sending: null });
    expect(isDirty(after)).toBe(true);
    const again = sent(after);
    expect(saved(again, at(2, again.sending!))).toMatchObject({ trouble: null, failures: 0 });
  });

  test('a save that arrived without an answer causes no conflict with later typing', () => {
    const lost = write(failed(sent(write(begun, 'Kurs i')), 'offline'), 'Kurs i lesing');
    const after = arrived(lost, at(2, theirDraft('Kurs i')));
    expect(after.conflicts).toEqual([]);
    expect(textOf(after.mine)).toBe('Kurs i lesing');
    expect(isDirty(after)).toBe(true);
  });

  test('… even when another user has written in another field', () => {
    const lost = write(failed(sent(write(begun, 'Kurs i')), 'fault'), 'Kurs i lesing');
    const theirs = withRow(theirDraft('Kurs i'), 'actions', 'b', { text: 'Besøk i mai' });
    const after = arrived(lost, at(3, theirs));
    expect(after.conflicts).toEqual([]);
    expect([textOf(after.mine), textOf(after.mine, 'b')]).toEqual(['Kurs i lesing', 'Besøk i mai']);
  });

  test('a text that arrived without an answer and was removed stays removed', () => {
    const lost = write(failed(sent(write(begun, 'Kurs i')), 'offline'), 'Kurs');
    const after = arrived(lost, at(2, theirDraft('Kurs i')));
    expect(textOf(after.mine)).toBe('Kurs');
    expect(textOf(toSend(after))).toBe('Kurs');
  });

  test('a restored network clears the failures; a filed protocol is not written again', () => {
    const offline = failed(sent(write(begun, 'Kurs i lesing')), 'offline');
    expect(recovered(offline)).toMatchObject({ trouble: null, failures: 0 });
    const filed = failed(sent(write(begun, 'Kurs i lesing')), 'filed');
    expect(recovered(filed)).toBe(filed);
  });

  test('a refused text is sent again when it has changed', () => {
    const refused = failed(sent(write(begun, 'x'.repeat(600))), 'refused');
    expect(recovered(write(refused, 'kort')).trouble).toBeNull();
    expect(write(refused, 'kort').trouble).toBeNull();
  });

  test('a draft that starts over removes nothing from the screen', () => {
    const writing = saved(sent(write(begun, 'Kurs i lesing')), at(2, theirDraft('Kurs i lesing')));
    const after = arrived(writing, at(0, base));
    expect(textOf(after.mine)).toBe('Kurs i lesing');
    expect(isDirty(after)).toBe(true);
  });
});

describe('two users who write in the same field', () => {
  const conflict = arrived(write(begun, 'Kurs i lesing'), { ...at(2, theirDraft('Kurs i regning')), savedBy: 'ola' });

  test('both texts are kept: mine in the field, theirs beside it; the field is not sent', () => {
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

  test('further typing in the field leaves the conflict open', () => {
    const on = arrived(write(conflict, 'Kurs i lesing nå'), at(3, theirDraft('Kurs i regning, 4. trinn')));
    expect(on.conflicts).toMatchObject([{ at: 'actions.a.text', theirs: 'Kurs i regning, 4. trinn' }]);
    expect(textOf(on.mine)).toBe('Kurs i lesing nå');
  });

  test('an equal text from the other user ends the conflict', () => {
    const agreed = arrived(conflict, at(3, theirDraft('Kurs i lesing')));
    expect(agreed.conflicts).toEqual([]);
    expect(isSafe(agreed)).toBe(true);
  });

  test('a row removed by the other user while one writes in it stays until somebody chooses', () => {
    const without: Draft = { ...base, actions: base.actions.slice(1) };
    const gone = arrived(write(begun, 'Kurs i lesing'), at(2, without));
    expect(gone.conflicts).toMatchObject([{ at: 'actions.a', theirs: null }]);
    expect(textOf(gone.mine)).toBe('Kurs i lesing');
    expect(rowOf(toSend(gone), 'actions', 'a')).toBeUndefined();
    expect(textOf(toSend(choose(gone, 'actions.a', 'mine')))).toBe('Kurs i lesing');
    expect(rowOf(choose(gone, 'actions.a', 'theirs').mine, 'actions', 'a')).toBeUndefined();
  });

  test('a row removed by oneself while the other writes in it stays at the server until somebody chooses', () => {
    const took = typed(begun, { ...base, actions: base.actions.slice(1) });
    const after = arrived(took, at(2, theirDraft('Kurs i regning')));
    expect(after.conflicts).toMatchObject([{ at: 'actions.a', theirs: { text: 'Kurs i regning' } }]);
    expect(textOf(toSend(after))).toBe('Kurs i regning');
    expect(textOf(choose(after, 'actions.a', 'theirs').mine)).toBe('Kurs i regning');
    expect(rowOf(toSend(choose(after, 'actions.a', 'mine')), 'actions', 'a')).toBeUndefined();
  });

  test('owner and service are one choice: the chosen owner sets the service', () => {
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

test('merging two texts: a text that contains the other is the result', () => {
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
