/**
 * Selectors of Designsystemet that ask of every element what it holds: with them the browser works out the style of the
 * whole page anew when a row comes, a list of choices is opened or the pointer crosses a label (ADR 0157). A selector
 * becomes another, or none.
 */
const SELECTORS = new Map([
  // set as an attribute by `app/elements.ts` instead
  ['body:has(.ds-dialog:modal)', 'body[data-behind-dialog]'],
  // a field's hover style over its label can be dropped
  [
    ':has(label):not(:has(label:hover)) .ds-input:not(:focus-visible, :disabled, [readonly], [aria-readonly="true"]):hover',
    '.ds-input:not(:focus-visible, :disabled, [readonly], [aria-readonly="true"]):hover',
  ],
  // tables with a border around them or with a foot, which the pages do not use
  ['.ds-table[data-border] > :is(thead:first-of-type, :not(:has(thead)) tbody:first-of-type)', null],
  ['.ds-table[data-border] > :is(tfoot:last-of-type, :not(:has(tfoot)) tbody:last-of-type)', null],
  ['.ds-table > tbody:has(+ tfoot)', null],
]);

/**
 * A PostCSS plugin for the build of the pages. Fails the build when Designsystemet no longer contains the expected
 * selectors.
 */
export function lighterSelectors() {
  const seen = new Set();
  const wanted = [...SELECTORS].map(([from, to]) => [plain(from), to]);
  return {
    postcssPlugin: 'lighter-selectors',
    Rule(rule) {
      for (const [from, to] of wanted) {
        const said = plain(rule.selector);
        if (!said.includes(from)) continue;
        seen.add(from);
        if (to === null) return rule.remove();
        rule.selector = said.replaceAll(from, to);
      }
    },
    OnceExit(root) {
      const missing = wanted.find(([from]) => !seen.has(from));
      // the pages' own sheets contain none of these selectors
      if (seen.size > 0 && missing) throw root.error(`Designsystemet no longer says ${missing[0]}`);
    },
  };
}
lighterSelectors.postcss = true;

/** Normalises differences in notation. */
const plain = (selector) =>
  selector
    .replaceAll(/["']/g, '')
    .replaceAll(/\s*([>,+()])\s*/g, '$1')
    .replaceAll(/\s+/g, ' ');
