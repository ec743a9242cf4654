import { expect, test } from '@jest/globals';
import { html } from './html.js';

test('a text in a template is escaped, and a template in a template is not', () => {
  const item = html`<b title="${'"><script>'}">${"Bø & 'Ås'"}</b>`;
  const escaped = '<b title="&quot;&gt;&lt;script&gt;">Bø &amp; &#39;Ås&#39;</b>';
  expect(html`<i>${[item, item]}${null}${2}</i>`.text).toBe(`<i>${escaped}${escaped}2</i>`);
});
