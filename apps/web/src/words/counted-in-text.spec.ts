import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { countedInText } from './counted-in-text.js';

const text =
  '{{held, counted(one: Ett møte; other: møter)}} og {{late, counted(one: én protokoll; other: protokoller)}}';

beforeAll(async () => {
  await i18next.init({
    lng: 'nb',
    resources: { nb: { translation: { text } } },
    interpolation: { escapeValue: false },
  });
  i18next.services.formatter?.add('counted', countedInText);
});

test.each([
  [1, 1, 'Ett møte og én protokoll'],
  [0, 2, '0 møter og 2 protokoller'],
  [1234, 21, '1\u00a0234 møter og 21 protokoller'],
])('several numbers in one text each agree with their noun (%i, %i)', (held, late, sentence) => {
  expect(i18next.t('text', { held, late })).toBe(sentence);
});
