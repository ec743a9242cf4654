/** Content of a printed paper, in reading order; the layout is the same for all papers. */
export interface Paper {
  /** Title of the document, shown in the window's title bar. */
  readonly title: string;
  readonly language: 'nb' | 'nn' | 'en';
  /** Author of the document, such as the municipality. */
  readonly author: string;
  /** Date of the content; the same paper gives the same bytes, whenever it is printed. */
  readonly at: Date;
  /** Warning about the content: `text` at the top of the first page, `mark` at the foot of each. */
  readonly notice: { readonly text: string; readonly mark: string } | null;
  /** Text at the foot of every page, before the page number. */
  readonly foot: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly under: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Short facts, each with a label before it. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | Table;
export interface Fact {
  readonly label: string;
  readonly text: string;
}
/** A text, and its details in a smaller font, each on a line of its own. */
export interface Cell {
  readonly text: string;
  readonly details?: readonly string[];
}
export interface Table {
  readonly kind: 'table';
  /** The first column is the heading of its row. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}
export interface TableColumn {
  readonly head: string;
  /** A fraction of the whole. */
  readonly width: number;
  /** `end`: numbers, whose last digits stand below each other. */
  readonly align?: 'end';
}
