import { afterEach, expect, test } from '@jest/globals';
import { languageAtFirst } from './languages.js';

const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;
const browserIn = (...languages: readonly string[]) =>
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { languages } });
afterEach(() => void Object.defineProperty(globalThis, 'navigator', own));

test('before anybody has signed in, the browser’s languages decide, and bokmål where there are no texts in them', () => {
  for (const [languages, expected] of [
    [['en-GB', 'nb'], 'en'],
    [['nn-NO', 'nb'], 'nn'],
    [['no'], 'nb'],
    [['pl'], 'nb'],
    [[], 'nb'],
  ] as const) {
    browserIn(...languages);
    expect([languages, languageAtFirst(null, undefined)]).toEqual([languages, expected]);
  }
});

test('the user’s own choice comes first, and then the language of the last visit', () => {
  browserIn('en-GB');
  expect(languageAtFirst('nn', 'nb')).toBe('nn');
  expect(languageAtFirst(null, 'nn')).toBe('nn');
  expect(languageAtFirst('de', 'of another version')).toBe('en');
});
