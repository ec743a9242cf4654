import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';

export interface Figure {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly asides: readonly { readonly numerator: number; readonly denominator: number }[];
}
/** Figures as the API answers them. */
export interface Answer {
  readonly figures: readonly {
    readonly indicator: number;
    readonly whole: Figure | { readonly hidden: string };
    readonly parts: readonly { readonly key: string; readonly figure: Figure | { readonly hidden: string } }[] | null;
  }[];
}
type Shown = number | string | null;
export type Row = readonly [indicator: number, key: string, numerator: Shown, denominator: Shown, value: Shown];
/** A sheet of a workbook as another library reads it. */
export interface Sheet {
  readonly data: readonly (readonly unknown[])[];
}

/** The rows that an export of this answer has, asides included. */
export const rowsOf = ({ figures }: Answer): readonly Row[] =>
  figures.flatMap(({ indicator, whole, parts }) =>
    [{ key: 'whole', figure: whole }, ...(parts ?? [])].flatMap(({ key, figure }): readonly Row[] =>
      'hidden' in figure
        ? [[indicator, key, null, null, ':']]
        : [figure, ...figure.asides.map((it) => ({ ...it, value: null }))].map((it) => [
            indicator,
            key,
            it.numerator,
            it.denominator,
            it.value,
          ]),
    ),
  );

const COLUMNS = ['Nr.', 'Kode', 'Teller', 'Nevner', 'Verdi'] as const;
const chosen = ([headings, ...rows]: Sheet['data']) =>
  rows.map((row) => COLUMNS.map((heading) => row[headings!.indexOf(heading)]));

/** A decimal comma is a point, and an empty cell nothing. */
const numberOf = (cell: unknown): Shown =>
  cell === '' ? null : /^\d+(,\d+)?$/.test(String(cell)) ? Number(String(cell).replace(',', '.')) : String(cell);

/** The rows of a CSV export. */
export const rowsInCsv = (text: string | Buffer) =>
  chosen(parse(text, { bom: true, delimiter: ';' })).map(([indicator, key, ...numbers]) => [
    Number(indicator),
    key,
    ...numbers.map(numberOf),
  ]);

/** Every cell of a workbook. */
export const sheetsIn = async (workbook: Buffer): Promise<readonly Sheet[]> =>
  (await readXlsx(workbook)) as readonly unknown[] as readonly Sheet[];

/** The rows of figures of a workbook. */
export const rowsInSheets = ([figures]: readonly Sheet[]) => chosen(figures!.data);
