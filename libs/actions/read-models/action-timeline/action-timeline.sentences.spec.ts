import { expect, test } from '@jest/globals';
import { agreed } from '../../domain/action/action.examples.js';
import { sentence } from './action-timeline.sentences.js';

test('a text that ends with its own full stop does not get another one', () => {
  const said = sentence(agreed({ text: 'Felles observasjon i 8. trinn. ' }), () => 'Kari', 'nb');
  expect(said).toMatch(/^Avtalt: Felles observasjon i 8\. trinn\. Ansvarlig: Kari\./);
});
