/** The content of a mail, from which the HTML and the text part are rendered alike. */
export interface MailDocument {
  readonly language: 'nb' | 'nn' | 'en';
  readonly subject: string;
  readonly title: string;
  readonly lead: string;
  /** «Fjordvik kommune», with a mark for a demonstration. */
  readonly organisation: string;
  readonly parts: readonly MailPart[];
  readonly button: { readonly text: string; readonly href: string } | null;
  /**
   * An earlier layout, in which digests were sent before it changed. 1 says to no program which part of the page is the
   * main one, and keeps the indentation of its templates; in 1 and 2, the names in a table of numbers share the width of a
   * narrow window with the numbers, so that long words break.
   */
  readonly layout?: 1 | 2 | undefined;
  /** Sentences at the end: why one gets the mail, and what can be chosen. */
  readonly footer: readonly FooterSentence[];
}

export interface FooterSentence {
  readonly text: string;
  readonly href?: string;
}

/** A part with a heading. It is never empty: a part with nothing to say is left out. */
export type MailPart = ItemsPart | FiguresPart | TablePart | ListPart;

interface AnyPart {
  /** Null for a part that needs none, since the title says it. */
  readonly heading: string | null;
}
/** Items of two lines: the matter, which is a link, and unit, person and date; below them, perhaps one link more. */
export interface ItemsPart extends AnyPart {
  readonly kind: 'items';
  readonly items: readonly {
    readonly matter: string;
    readonly href: string;
    readonly details: string;
    readonly also?: { readonly text: string; readonly href: string };
  }[];
  /** The rest of a long list, as a count and a link to all of it. */
  readonly more: { readonly text: string; readonly href: string } | null;
}
/** Figures with their names, which are links. */
export interface FiguresPart extends AnyPart {
  readonly kind: 'figures';
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly aside: string | null;
    readonly value: string;
    /** In the text part, in place of name, value and aside. */
    readonly sentence?: string;
  }[];
  readonly more: { readonly text: string; readonly href: string } | null;
}
/** A table of numbers; in the text part each row is a sentence. */
export interface TablePart extends AnyPart {
  readonly kind: 'table';
  readonly columns: readonly [string, ...string[]];
  readonly rows: readonly TableRow[];
  readonly total: TableRow | null;
  readonly note: string;
}
export interface TableRow {
  readonly name: string;
  /** Null where there is no page of it. */
  readonly href: string | null;
  readonly cells: readonly string[];
  readonly sentence: string;
}
/** Sentences with a mark before each; those with a page of what they say are links. */
export interface ListPart extends AnyPart {
  readonly kind: 'list';
  readonly sentences: readonly { readonly sentence: string; readonly href: string | null }[];
}

/** Both parts of a mail. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
