import { expect, test } from '@jest/globals';
import { preferredLanguage } from './preferred-language.js';

test.each([
  [['nb-NO', 'en'], 'nb'],
  [['no'], 'nb'],
  [['NN'], 'nn'],
  [['nb', 'nn'], 'nb'],
  [['en-GB', 'nb'], 'en'],
  [['pl', 'nn-NO', 'en'], 'nn'],
  [['de'], undefined],
  [['*'], undefined],
  [['constructor', '__proto__'], undefined],
  [[], undefined],
])('of %j it is %s', (tags, language) => {
  expect(preferredLanguage(tags)).toBe(language);
});
