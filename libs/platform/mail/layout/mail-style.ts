/** Colours of the light and the dark mail; every text has a contrast of at least 4.5:1. */
const INK = '#1c1b19';
const QUIET = '#57534e';
const BRAND = '#0f6b5c';
const LINE = '#d6d3d1';
const FONT = "-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

const cell = `padding:10px 0;border-bottom:1px solid ${LINE};vertical-align:top;`;
const number = `${cell}text-align:right;padding-left:10px;white-space:nowrap;font-variant-numeric:tabular-nums;`;

/** Styles of single elements. */
export const INLINE = {
  page: `margin:0;padding:0;background:#f5f5f4;color:${INK};font:16px/1.5 ${FONT};`,
  around: 'padding:16px 8px;',
  sheet: 'max-width:640px;margin:0 auto;background:#ffffff;border-radius:8px;',
  inside: `padding:24px;text-align:left;font:16px/1.5 ${FONT};`,
  organisation: `margin:0 0 20px;font-size:14px;color:${QUIET};`,
  brand: `color:${BRAND};`,
  title: 'margin:0 0 4px;font-size:24px;line-height:1.25;overflow-wrap:anywhere;',
  lead: `margin:0 0 8px;color:${QUIET};`,
  heading: `margin:28px 0 0;padding:0 0 8px;font-size:18px;line-height:1.3;border-bottom:2px solid ${INK};`,
  items: 'margin:0;padding:0;list-style:none;',
  item: `padding:12px 0;border-bottom:1px solid ${LINE};overflow-wrap:anywhere;`,
  matter: `color:${BRAND};font-weight:600;text-decoration:underline;`,
  link: `color:${BRAND};text-decoration:underline;`,
  details: `color:${QUIET};font-size:14px;font-weight:400;`,
  table: 'border-collapse:collapse;width:100%;',
  name: `${cell}text-align:left;font-weight:400;overflow-wrap:anywhere;`,
  value: `${number}font-weight:600;`,
  column: `${cell}text-align:left;font-size:13px;font-weight:400;color:${QUIET};`,
  numberColumn: `${number}white-space:normal;font-size:13px;font-weight:400;color:${QUIET};`,
  number,
  totalName: `${cell}text-align:left;font-weight:600;`,
  total: `${number}font-weight:600;`,
  note: `margin:6px 0 0;font-size:14px;color:${QUIET};`,
  sentence: 'padding:8px 0 0;',
  more: 'margin:12px 0 0;',
  buttonAround: 'margin:28px 0 0;',
  button: `display:inline-block;padding:10px 18px;border-radius:6px;background:${BRAND};color:#ffffff;font-weight:600;text-decoration:none;`,
  foot: `margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${LINE};font-size:14px;color:${QUIET};`,
  footLine: 'margin:0 0 6px;',
} as const;

/** For programs that read the head: the dark mail, and narrow windows. Of layouts 1 and 2. */
export const EARLIER_CSS = `
:root { color-scheme: light dark; }
@media (max-width: 480px) {
  .inside { padding: 20px 16px !important; }
  .numbers th, .numbers td { font-size: 14px !important; padding-left: 6px !important; hyphens: auto; }
  .numbers thead th { font-size: 12px !important; }
  .numbers th:first-child { padding-left: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #0c0a09 !important; color: #f5f5f4 !important; }
  .sheet { background: #1c1917 !important; }
  .quiet, .foot { color: #c4bfba !important; }
  .line, .foot { border-color: #57534e !important; }
  .link, .brand { color: #8fd3c5 !important; }
  .button { background: #8fd3c5 !important; color: #10201d !important; }
}
`;

/** The same; in a narrow window the names of a table stand above their numbers, so that no word is broken between them. */
export const CSS = `${EARLIER_CSS}@media (max-width: 480px) {
  .numbers tr { display: flex; flex-wrap: wrap; }
  .numbers tr > :first-child { flex: 1 0 100%; box-sizing: border-box; border-bottom: 0 !important; padding-bottom: 0 !important; }
  .numbers tr > :not(:first-child) { flex: 1 0 18%; box-sizing: border-box; padding-left: 0 !important; }
}
`;
