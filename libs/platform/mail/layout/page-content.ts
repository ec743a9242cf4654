/**
 * The content of a mail, from which both parts are made, so that they always say the same in the same order. Texts are
 * plain text, already in the reader's language; everything is escaped.
 */
export interface MailPage {
  readonly language: 'nb' | 'nn' | 'en';
  /** `Samspill`, and whose it is: `Fjordvik kommune · Demodata`. */
  readonly sender: { readonly product: string; readonly municipality: string };
  readonly title: string;
  readonly intro?: string;
  /** Those without rows, table and points are left out. */
  readonly sections: readonly MailSection[];
  /** The one button. */
  readonly button?: MailLink;
  /** Why one gets this mail, and what can be chosen. */
  readonly footer: readonly MailFooterLine[];
}

export interface MailSection {
  readonly heading?: string;
  /** What asks for something: one line of matter, one line of unit, person and date. */
  readonly items?: readonly MailItem[];
  /** Figures, each with its page. */
  readonly figures?: readonly MailFigure[];
  readonly table?: MailTable;
  /** Sentences about what is good. */
  readonly points?: readonly string[];
  /** Below the rows: what is not shown, and where all of it is. */
  readonly more?: MailLink;
}

export interface MailLink {
  readonly text: string;
  readonly url: string;
}

export interface MailItem extends MailLink {
  readonly details?: string;
}

export interface MailFigure extends MailLink {
  /** `16 av 29 samme dag i fjor` */
  readonly note?: string;
  readonly value: string;
}

export interface MailTable {
  /** The first column names the row, the others are figures. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: MailLink | { readonly text: string }; readonly values: readonly string[] }[];
  /** The last row, in bold. */
  readonly total?: { readonly text: string; readonly values: readonly string[] };
  readonly note?: string;
}

export interface MailFooterLine {
  readonly text: string;
  /** Behind the text. */
  readonly link?: MailLink;
}

/** Both parts of a mail. */
export interface MailBodies {
  readonly html: string;
  readonly text: string;
}
