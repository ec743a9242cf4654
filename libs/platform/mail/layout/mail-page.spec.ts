import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailPage } from './mail-page.js';
import { WEEK_47 } from './mail-page.examples.js';
import type { MailPage } from './page-content.js';

/** Every text of a page, and every link, in the order in which a reader meets them. */
function contentOf(page: MailPage): { texts: string[]; links: string[] } {
  const texts: string[] = [];
  const links: string[] = [];
  JSON.stringify(page, (key, value: unknown) => {
    if (typeof value !== 'string' || key === 'language' || key === 'product') return value;
    (key === 'url' ? links : texts).push(value);
    return value;
  });
  return { texts, links };
}
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase();
const unescaped = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a mail', () => {
  const shown = { ...WEEK_47, sections: WEEK_47.sections.filter(({ heading }) => heading !== 'Protokoller') };
  const { html, text } = mailPage(WEEK_47);

  test('has every text and every link in both parts', () => {
    const { texts, links } = contentOf(shown);
    expect(texts.length).toBeGreaterThan(50);
    for (const each of texts) {
      expect(squeezed(unescaped(html))).toContain(squeezed(each));
      expect(squeezed(text)).toContain(squeezed(each));
    }
    for (const link of links) {
      expect(html).toContain(`href="${link}"`);
      expect(text).toContain(link);
    }
  });

  test('leaves out a section that has nothing to say', () => {
    expect(html).not.toContain('Protokoller');
    expect(text).not.toContain('PROTOKOLLER');
  });

  test('reads well as text', () => {
    expect(text).toContain(
      [
        '1. PPT har vært borte fra to møter på rad',
        '   Lyngneset skole, 14. oktober og 11. november',
        '   https://samspill.example/v/4k7q',
      ].join('\n'),
    );
    expect(text).toContain(
      'Enheter med møte i november: 17 av 29 (16 av 29 samme dag i fjor)\nhttps://samspill.example/v/6t3a\n',
    );
    expect(text).toContain(
      'PPT: nye 4, avsluttet 3, åpne 31, over frist 9, endring +2\n  https://samspill.example/v/7c9a\n',
    );
    expect(text).toContain('\n\nBRA DENNE UKEN\n\n- Solvollmarka skole');
  });

  test('loads nothing from elsewhere, and has no picture and no script', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|input|object|video)\b|url\(|@import|src=/i);
  });

  test('has only links that open a page', () => {
    const page = (url: string): MailPage => ({ ...WEEK_47, button: { text: 'Åpne', url } });
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'varsler'])
      expect(() => mailPage(page(url))).toThrow(/Invalid URL|must be http or https/);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('<script>alert(1)</script>', '" onmouseover="x', "'>&amp;", 'a'.repeat(300), '</style>'),
);

test('texts cannot become markup, and no line of text is longer than 72 characters except a link', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (one, other, third) => {
      const { html, text } = mailPage({
        language: 'nn',
        sender: { product: 'Samspill', municipality: one },
        title: other,
        sections: [
          {
            heading: third,
            items: [{ text: one, details: other, url: `https://samspill.example/${'x'.repeat(100)}` }],
          },
          { points: [third], table: { columns: [one, other], rows: [{ name: { text: third }, values: [one] }] } },
        ],
        footer: [{ text: third }],
      });
      const tags = (html.match(/<\/?[a-z0-9]+/gi) ?? []).filter((tag) => /script|img/i.test(tag));
      expect(tags).toEqual([]);
      expect(html.match(/<\/style>/g)).toHaveLength(1);
      for (const line of text.split('\n'))
        if (!line.includes('https://')) expect([...line].length).toBeLessThanOrEqual(72);
    }),
  );
});
