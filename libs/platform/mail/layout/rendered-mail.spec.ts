import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MailDocument } from './mail-document.js';
import { WEEK_47 } from './mail-document.examples.js';
import { organisationOf, renderedMail } from './rendered-mail.js';

/** Fields that are no text for a reader of both parts: columns and cells are sentences in the text part. */
const NOT_IN_BOTH = new Set(['language', 'kind', 'subject', 'columns', 'cells', 'sentence']);

/** Every text of a document that is in both parts, and every link, in the order in which a reader meets them. */
function contentOf(mail: MailDocument): { texts: string[]; links: string[] } {
  const texts: string[] = [];
  const links: string[] = [];
  const collect = (value: unknown, key: string): void => {
    if (NOT_IN_BOTH.has(key)) return;
    if (typeof value === 'string') (key === 'href' ? links : texts).push(value);
    else if (Array.isArray(value)) for (const each of value) collect(each, key);
    else if (value !== null && typeof value === 'object')
      for (const [name, each] of Object.entries(value)) collect(each, name);
  };
  collect(mail, '');
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
  const { subject, html, text } = renderedMail(WEEK_47);

  test('has every text and every link in both parts', () => {
    const { texts, links } = contentOf(WEEK_47);
    expect(texts.length).toBeGreaterThan(25);
    for (const each of texts) {
      expect(squeezed(unescaped(html))).toContain(squeezed(each));
      expect(squeezed(text)).toContain(squeezed(each));
    }
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      expect(html).toContain(`href="${link}"`);
      expect(text.split('\n').map((line) => line.trim())).toContain(link);
    }
    expect(subject).toBe(WEEK_47.subject);
    expect(html).toContain(`<title>${WEEK_47.subject}</title>`);
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
    expect(text).toContain('PPT: 4 nye, 3 avsluttet, 31 åpne, 9 over frist (+2)\nhttps://samspill.example/v/7c9a\n');
    expect(text).toContain('\n\nBRA DENNE UKEN\n\n- Solvollmarka skole');
  });

  test('loads nothing from elsewhere, and has no picture and no script', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|form|input|object|video)\b|url\(|@import|src=/i);
  });

  test('is one column of at most 640 px', () => {
    expect(html).toMatch(/class="sheet" style="[^"]*max-width:640px/);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'varsler', '//elsewhere.example'])(
    'has no link to %s, which opens no page',
    (href) => {
      expect(() => renderedMail({ ...WEEK_47, button: { text: 'Åpne', href } })).toThrow('must be http or https');
    },
  );
});

test('a demonstration is marked', () => {
  expect(organisationOf({ name: 'Fjordvik kommune', isDemo: true })).toBe('Fjordvik kommune · Demodata');
  expect(organisationOf({ name: 'Fjordvik kommune', isDemo: false })).toBe('Fjordvik kommune');
});

const aText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('<script>alert(1)</script>', '" onmouseover="x', "'>&amp;", 'a'.repeat(300), '</style>'),
);

test('texts cannot become markup, and only a single word makes a line of text longer than 72 characters', () => {
  fc.assert(
    fc.property(aText, aText, aText, (one, other, third) => {
      const { html, text } = renderedMail({
        language: 'nn',
        subject: one,
        title: other,
        lead: third,
        organisation: one,
        parts: [
          {
            kind: 'items',
            heading: third,
            items: [{ matter: one, details: other, href: `https://samspill.example/${'x'.repeat(100)}` }],
            more: null,
          },
          {
            kind: 'table',
            heading: null,
            columns: [one, other],
            rows: [{ name: third, href: null, cells: [one], sentence: other }],
            total: null,
            note: one,
          },
          { kind: 'list', heading: other, sentences: [{ sentence: third, href: null }] },
        ],
        button: null,
        footer: [{ text: third }],
      });
      const tags = (html.match(/<\/?[a-z0-9]+/gi) ?? []).filter((tag) => /script|img/i.test(tag));
      expect(tags).toEqual([]);
      expect(html.match(/<\/style>/g)).toHaveLength(1);
      for (const line of text.split('\n'))
        if (line.length > 72) expect(line.replace(/^ *(?:\d+\.|-)? */, '').trim()).not.toContain(' ');
    }),
  );
});
