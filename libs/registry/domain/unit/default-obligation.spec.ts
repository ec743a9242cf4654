import { expect, test } from '@jest/globals';
import { defaultObligation } from './default-obligation.js';

test.each([
  ['Vårsol åpen barnehage', 'kindergarten', false],
  ['Åpen barnehage Midtbygda', 'kindergarten', false],
  ['Solstrand opne barnehage', 'kindergarten', false],
  ['Toppen familiebarnehage Cb AS', 'kindergarten', false],
  ['Lykkeliten Familie barnehage Da', 'kindergarten', false],
  ['Skjåpen barnehage', 'kindergarten', true],
  ['Familieskolen', 'school', true],
  ['Åpen skole', 'school', true],
] as const)('%s (%s) must meet unless it is open or a family kindergarten: %s', (name, kind, obliged) =>
  expect(defaultObligation({ name, kind }).obliged).toBe(obliged),
);
