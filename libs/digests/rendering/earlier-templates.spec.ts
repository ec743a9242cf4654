import { describe, expect, test } from '@jest/globals';
import type { DigestContent, MadeDigest } from '../contract/index.js';
import { allIsWell, digestContent, early } from './digest.examples.js';
import { digestDifferences } from './digest-checksum.js';
import { digestMail } from './digest-mail.js';

// Checksums of digests as they were sent with each earlier template. They never change: whoever keeps such a mail can
// compare it with its event for as long as the event is kept.

const SENT = [
  {
    content: digestContent({ template: 1 }),
    html: '30c382d7c0abbede71067c529a4fa9e3841e3fd679e44f91ba524037292cab79',
    text: '49f3d7f6804a59fe20865e4c4d68bff62ddc484036dec581a3bb4111127cb602',
  },
  {
    content: digestContent({ template: 1, language: 'nn' }),
    html: 'c887048dcde567844696377eae3daf39c9110e2d7fe594f1caa2b5af35c8ee13',
    text: 'f100c20379e06a56331b73d93ff5a6068823e82be3dbc9ac6063d707ab8df9fe',
  },
  {
    content: allIsWell({ template: 1, roles: ['unit-leader'] }),
    html: '8463e5c32118187b551e00fcdd1427c122a4268ff84d31451331a28ebe6995f8',
    text: 'dca9ab2181ab79a7aaffe528daf097d47269f3d2859e6ee3c840918b04104b28',
  },
  {
    content: allIsWell({ template: 1, roles: ['unit-leader'], language: 'nn' }),
    html: 'e20deede9cdbe81e3e5ab3088fa894b75060ded298e2cbef836982b98355cea4',
    text: 'd2a877abaaf6887a39e2ae3bbdb6b56c6a9daf37d707dca564d4a5b04b7acc20',
  },
  {
    content: digestContent({ template: 2 }),
    html: 'aa9fadbdf549a8f18c6583293e8a02617d91159a5616c0c2306a5337dde1416a',
    text: '0023dbf9a02f400d2aaf484d810fe923704cce1d1690efc5b0db72f14245639d',
  },
  {
    content: digestContent({ template: 2, language: 'nn' }),
    html: 'd063933269501a25072aa859be334c1a26aacd328bae637fc6a5653e2040c8b1',
    text: 'c7eb88bd441d5bf6f18b88a5402d0552ad6cd5bf854167952af814839ca87757',
  },
  {
    content: allIsWell({ template: 2, roles: ['unit-leader'] }),
    html: '1a51a6e4ce892847efd0149a520a7d0b9c4421d52d442e9f15d2b0ca44c1f0df',
    text: '210ef354e32124cbeb2699c24acc6edae1ea66f0b834f330b2394f889dba1352',
  },
  {
    content: allIsWell({ template: 2, roles: ['unit-leader'], language: 'nn' }),
    html: '9d5d522b4c355cc71edf602e0de9e2d053d992fdd3e5c57fb065a32ff992bd30',
    text: '46ad918011ddedb9424097c94e3a01397445f5268c611218bc9b95751af4354b',
  },
  {
    content: digestContent({ template: 3 }),
    html: '86e9f8dc9d89fd6f4e2763f922d96f76598d25c8a8737357cdebdd314ab078b7',
    text: '0023dbf9a02f400d2aaf484d810fe923704cce1d1690efc5b0db72f14245639d',
  },
  {
    content: digestContent({ template: 3, language: 'nn' }),
    html: '42d5208ff6ccc6374bee3f6aec2214af2b33f5ab06c684ef40bd230c9128d422',
    text: 'c7eb88bd441d5bf6f18b88a5402d0552ad6cd5bf854167952af814839ca87757',
  },
  {
    content: allIsWell({ template: 3, roles: ['unit-leader'] }),
    html: '9cbf964277deb51a5e8b542657eb0e25ee979ce023fe8c27d65fea24fa44f1d7',
    text: '210ef354e32124cbeb2699c24acc6edae1ea66f0b834f330b2394f889dba1352',
  },
  {
    content: allIsWell({ template: 3, roles: ['unit-leader'], language: 'nn' }),
    html: '94742b9796649e7a588620ffe8cff7bafbb3d8b0ff2e85100cb193898a9fbf10',
    text: '46ad918011ddedb9424097c94e3a01397445f5268c611218bc9b95751af4354b',
  },
  {
    content: digestContent({ template: 4 }),
    html: '0fd075836c5c1e3543dc1ba8d3a0dad47a9b4dea8baa61268ac8b9f798185f65',
    text: 'e39ff15141e476cd10bb81051fe319290e8d1eaf19d0395f504e2e0f18b2cf64',
  },
  {
    content: digestContent({ template: 4, language: 'nn' }),
    html: '3bc397e38deff12e591ef4472ed74f948973794c1b08225542cfea5c947e18f5',
    text: 'dbebd8a72e0420e30c629531604770916bda3cf2a4f093a1d5563cc45158b651',
  },
  {
    content: allIsWell({ template: 4, roles: ['unit-leader'] }),
    html: '3524a635feddf915ca5094a334d40de4fe135815320bb0bee01d1776e600110d',
    text: '8a8e9a819c9d86c3b8b1ad9bde3d98106ad8f616c5225cae2321523c7f62fa67',
  },
  {
    content: allIsWell({ template: 4, roles: ['unit-leader'], language: 'nn' }),
    html: 'a06ff1a10e3fee0348772175843196662a2e9a7a6b483b2cb26044d0abbc0a29',
    text: 'd4528cade1372fdd21149d739dfb888aafdb8379f944ec0815f72d2a619da4a1',
  },
] as const;

describe.each(SENT)('a digest that was sent with template $content.template in $content.language', (sent) => {
  const { content, html, text } = sent;
  const made = { ...content, sha256: { html, text } } as unknown as MadeDigest;

  test('is still rendered as it was sent', () => {
    expect(digestDifferences(made)).toEqual([]);
  });

  test('keeps the links that it was sent with', () => {
    const isBeforePages = content.template === 1;
    expect(digestMail(content).text.includes('https://samspill.example/hjelp/e-post-fra-samspill')).toBe(isBeforePages);
    expect(digestMail(content).text.includes('/oppsummering/')).toBe(!isBeforePages);
  });

  test('is not taken for one of another template', () => {
    expect(digestDifferences({ ...made, template: content.template === 4 ? 3 : 4 })).toContain('html');
  });

  test('never has a part about early intervention', () => {
    expect(digestMail({ ...content, early: early() } as DigestContent)).toEqual(digestMail(content));
  });
});
