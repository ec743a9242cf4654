import { z } from 'zod';
import { MailLanguage, type DigestContent } from '../../contract/index.js';
import type { FooterSentence, MailDocument, MailPart, TableRow } from '#platform/mail';

// The content from which both parts of the mail are rendered, for a page of the application. Links are paths of the
// application, also after the installation has got another address.

const Path = z.string().describe('Path of a page of the application.');
const Linked = z.object({ text: z.string(), to: Path });
const Row = z.object({ name: z.string(), to: Path.nullable(), cells: z.array(z.string()) });
const heading = z.string().nullable();
const more = Linked.nullable();

const Part = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('items'),
    heading,
    items: z.array(z.object({ matter: z.string(), to: Path, details: z.string() })),
    more,
  }),
  z.object({
    kind: z.literal('figures'),
    heading,
    rows: z.array(z.object({ name: z.string(), to: Path, aside: z.string().nullable(), value: z.string() })),
    more,
  }),
  z.object({
    kind: z.literal('table'),
    heading,
    columns: z.array(z.string()),
    rows: z.array(Row),
    total: Row.nullable(),
    note: z.string(),
  }),
  z.object({
    kind: z.literal('list'),
    heading,
    sentences: z.array(z.object({ text: z.string(), to: Path.nullable() })),
  }),
]);
type Part = z.infer<typeof Part>;

export const ShownDigest = z.object({
  language: MailLanguage,
  title: z.string(),
  lead: z.string(),
  parts: z.array(Part),
  footer: z.array(z.object({ text: z.string(), to: Path.nullable() })),
});
export type ShownDigest = z.infer<typeof ShownDigest>;

/** The digest for a page. The button is left out: it leads to that page. */
export function shownDigest(
  { origin, language }: Pick<DigestContent, 'origin' | 'language'>,
  { title, lead, parts, footer }: MailDocument,
): ShownDigest {
  const path = (href: string): string => {
    const { pathname, search } = new URL(href, origin);
    return pathname + search;
  };
  const linked = (link: { readonly text: string; readonly href: string } | null) =>
    link && { text: link.text, to: path(link.href) };
  const row = ({ name, href, cells }: TableRow) => ({ name, to: href === null ? null : path(href), cells: [...cells] });
  const sentence = ({ text, href }: FooterSentence) => ({ text, to: href === undefined ? null : path(href) });
  const part = (of: MailPart): Part => {
    switch (of.kind) {
      case 'items': {
        const items = of.items.map(({ matter, href, details }) => ({ matter, to: path(href), details }));
        return { kind: 'items', heading: of.heading, items, more: linked(of.more) };
      }
      case 'figures': {
        const rows = of.rows.map(({ name, href, aside, value }) => ({ name, to: path(href), aside, value }));
        return { kind: 'figures', heading: of.heading, rows, more: linked(of.more) };
      }
      case 'table': {
        const { heading: title, columns, rows, total, note } = of;
        return {
          kind: 'table',
          heading: title,
          columns: [...columns],
          rows: rows.map(row),
          total: total && row(total),
          note,
        };
      }
      case 'list':
        return {
          kind: 'list',
          heading: of.heading,
          sentences: of.sentences.map(({ sentence, href }) => ({
            text: sentence,
            to: href === null ? null : path(href),
          })),
        };
    }
  };
  return { language, title, lead, parts: parts.map(part), footer: footer.map(sentence) };
}
