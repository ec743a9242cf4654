import { describe, expect, test } from '@jest/globals';
import { withRow, type Draft } from './draft.js';
import { aMatter, anAction, anEmptyDraft } from './draft.examples.js';
import { unsendableTexts, withoutNumbers } from './unsendable-texts.js';
import { beginWriting, isDirty, isSafe, saved, sent, toSend, typed } from './writing.js';

/** Invented: 80 is added to the month. */
const NUMBER = '15817012345';
const base: Draft = { ...anEmptyDraft, matters: [aMatter('m', 'Samtale')], actions: [anAction('a', { text: 'Kurs' })] };
const begun = beginWriting({ revision: '1', draft: base });
const withHeading = (draft: Draft, heading: string) => withRow(draft, 'matters', 'm', { heading });

describe('a text that must not be sent', () => {
  test.each([
    ['a national number', `Samtale ${NUMBER}`, 'NATIONAL_NUMBER_IN_TEXT'],
    ['a text of 201 letters', 'a'.repeat(201), 'TEXT_TOO_LONG'],
  ] as const)('%s is not sent, and everything else is', (_, heading, rule) => {
    const mine = withRow(withHeading(base, heading), 'actions', 'a', { text: 'Kurs i lesing' });
    const writing = typed(begun, mine);
    expect(unsendableTexts(mine)).toEqual([{ at: 'matters.m.heading', rule }]);
    const sending = sent(writing);
    expect(sending.sending).toEqual({ ...base, actions: [anAction('a', { text: 'Kurs i lesing' })] });
    const after = saved(sending, { revision: '2', draft: sending.sending! });
    expect(after.mine).toEqual(mine);
    expect([isDirty(after), isSafe(after)]).toEqual([false, false]);
  });

  test('is sent as soon as it is corrected', () => {
    const wrong = typed(begun, withHeading(base, `Samtale ${NUMBER}`));
    expect(sent(wrong)).toBe(wrong);
    const right = typed(wrong, withHeading(base, 'Samtale på trinnet'));
    expect(toSend(right).matters).toEqual([aMatter('m', 'Samtale på trinnet')]);
  });

  test('is empty in a row that the server does not have', () => {
    const mine = { ...base, matters: [...base.matters, aMatter('n', NUMBER)] };
    expect(toSend(typed(begun, mine)).matters).toEqual([...base.matters, aMatter('n', null)]);
  });

  test.each([
    ['place', { ...base, place: 'x'.repeat(201) }],
    ['actions.a.text', withRow(base, 'actions', 'a', { text: NUMBER })],
    ['actions.a.wantedEffect', withRow(base, 'actions', 'a', { wantedEffect: 'x'.repeat(501) })],
  ])('may stand in any free text: %s', (at, draft) => {
    expect(unsendableTexts(draft).map((it) => it.at)).toEqual([at]);
  });

  test('leaves no digit of a national number in local storage', () => {
    expect(withoutNumbers(withHeading(base, `Samtale ${NUMBER} nå`)).matters).toEqual([
      aMatter('m', 'Samtale ••••••••••• nå'),
    ]);
    expect(withoutNumbers(base)).toEqual(base);
  });
});
