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
  /** `below`: points that must follow it on the same page, when more than usual. */
  | { readonly kind: 'heading'; readonly text: string; readonly below?: number }
  | { readonly kind: 'paragraph'; readonly text: string; readonly letters?: 'text' | 'strong' | 'detail' }
  /** Short facts, each with a label before it. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | Table
  | Picture
  /** A question with empty lines below it, for writing by hand. */
  | { readonly kind: 'writing'; readonly text: string; readonly lines: number }
  /** The next block begins on a new page. */
  | { readonly kind: 'page' };
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
  /** With less space between the rows. */
  readonly isDense?: boolean;
}
export interface TableColumn {
  readonly head: string;
  /** A fraction of the whole. */
  readonly width: number;
  /** `end`: numbers, whose last digits stand below each other. */
  readonly align?: 'end';
}

/** A drawing over the whole width. All places in it are per cent of its inner space, from the top left. */
export interface Picture {
  readonly kind: 'picture';
  /** The text in its place for those who do not see it. */
  readonly alt: string;
  /** Of the inner space, in points. */
  readonly height: number;
  /** Space for labels around it, in points. */
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
  /** Drawn in this order. */
  readonly shapes: readonly Shape[];
}
export interface Place {
  readonly x: number;
  readonly y: number;
}
export type Shape =
  /** A shaded strip over the whole height. */
  | { readonly kind: 'strip'; readonly x: number; readonly width: number }
  | { readonly kind: 'line'; readonly through: readonly Place[]; readonly as: 'series' | 'solid' | 'dashed' | 'dotted' }
  | { readonly kind: 'mark'; readonly at: Place; readonly as: 'dot' | 'diamond' | 'ring' }
  /** Beside a place, `dx` and `dy` points from it; `end`: the text ends there. */
  | {
      readonly kind: 'label';
      readonly at: Place;
      readonly text: string;
      readonly dx?: number;
      readonly dy?: number;
      readonly align?: 'end';
      readonly isStrong?: boolean;
    };
