import { readFileSync } from 'node:fs';

/** A text style. Sizes are in points. */
export interface Letters {
  readonly font: 'regular' | 'strong';
  readonly size: number;
  /** Line height. */
  readonly line: number;
  readonly colour: string;
}

const INK = '#1f2a29';
const MUTED = '#565b5a';
const ACCENT = '#0b6b63';

/** Text styles of printed papers, plain like the pages: lines and no boxes. */
export const LETTERS = {
  title: { font: 'strong', size: 20, line: 26, colour: INK },
  under: { font: 'regular', size: 11, line: 16, colour: MUTED },
  heading: { font: 'strong', size: 13, line: 18, colour: ACCENT },
  text: { font: 'regular', size: 10, line: 14, colour: INK },
  strong: { font: 'strong', size: 10, line: 14, colour: INK },
  detail: { font: 'regular', size: 8.5, line: 12, colour: MUTED },
  head: { font: 'strong', size: 8.5, line: 12, colour: MUTED },
  notice: { font: 'strong', size: 9, line: 13, colour: '#6b4200' },
  label: { font: 'regular', size: 7.5, line: 10, colour: MUTED },
  strongLabel: { font: 'strong', size: 7.5, line: 10, colour: INK },
  foot: { font: 'regular', size: 8, line: 11, colour: MUTED },
} as const satisfies Record<string, Letters>;

/** Styles of drawings; all of them can be told apart in grey. */
export const DRAWING = {
  strip: '#eeece8',
  series: { width: 1.1, colour: MUTED, dash: null },
  solid: { width: 0.7, colour: MUTED, dash: null },
  dashed: { width: 0.7, colour: MUTED, dash: 3 },
  dotted: { width: 0.9, colour: MUTED, dash: 1 },
  mark: { colour: INK, dot: 1.8, ring: 2.6, diamond: 4.2 },
} as const;

export const RULE = '#c9c6c1';
export const STRONG_RULE = ACCENT;

/** A4, with margins for two punched holes. */
export const PAGE = { size: 'A4', margins: { top: 56, bottom: 64, left: 64, right: 56 } } as const;

let fonts: { readonly regular: Buffer; readonly strong: Buffer } | undefined;

/** Inter (SIL Open Font License 1.1), regular and semi-bold, with the Latin letters, including Sámi ones. */
export function documentFonts() {
  const read = (name: string) => readFileSync(new URL(`fonts/${name}.ttf`, import.meta.url));
  return (fonts ??= { regular: read('Inter-Regular'), strong: read('Inter-SemiBold') });
}
