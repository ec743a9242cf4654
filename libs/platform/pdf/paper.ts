/** What stands on a paper, in reading order; how it looks is the house's, not the writer's. */
export interface Paper {
  /** Of the document: what a window with it is called. */
  readonly title: string;
  readonly language: 'nb' | 'nn' | 'en';
  /** Who stands behind it, such as the municipality. */
  readonly author: string;
  /** The moment it is from; the same paper is the same bytes, whenever it is printed. */
  readonly at: Date;
  /** Where not everything is as it seems: said at the top of the first page, and in a word at the foot of each. */
  readonly notice: { readonly text: string; readonly mark: string } | null;
  /** At the foot of every page, before the page number. */
  readonly foot: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly under: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What is said in few words, with what it is about before each. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | Table;
export interface Fact {
  readonly label: string;
  readonly text: string;
}
/** A text, and what belongs to it in smaller letters, each on a line of its own. */
export interface Cell {
  readonly text: string;
  readonly details?: readonly string[];
}
export interface Table {
  readonly kind: 'table';
  /** Widths are parts of the whole. The first column says what its row is about. */
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}
