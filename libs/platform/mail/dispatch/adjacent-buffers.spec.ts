import { expect, test } from '@jest/globals';
import { joined, AdjacentBuffers } from './adjacent-buffers.js';

const bytesOf = (...texts: readonly string[]) => {
  const all = new AdjacentBuffers(texts.length);
  return texts.map((text) => all.add(text));
};

test('texts get their bytes in one piece of memory, which is all of them joined', () => {
  const parts = bytesOf('Hei', '', 'du');
  expect(parts.map(String)).toEqual(['Hei', '', 'du']);
  const all = joined(parts);
  expect(all.toString()).toBe('Heidu');
  expect(all.buffer).toBe(parts[0]!.buffer);
});

test('texts that are longer than expected, or more, have their bytes too', () => {
  const texts = ['en', 'en lengre tekst', '', 'to'];
  const all = new AdjacentBuffers(2);
  const parts = texts.map((text) => all.add(text));
  expect(parts.map(String)).toEqual(texts);
  expect(joined(parts).toString()).toBe(texts.join(''));
});

test('parts that are not side by side are joined in their order', () => {
  const [one, two, three] = bytesOf('en', 'to', 'tre') as [Buffer, Buffer, Buffer];
  expect(joined([one, three]).toString()).toBe('entre');
  expect(joined([two, one]).toString()).toBe('toen');
  expect(joined([one, Buffer.from('fire')]).toString()).toBe('enfire');
  expect(joined([])).toHaveLength(0);
});
