/** Text that a spreadsheet program takes for a formula, or may take for one after a line break or a tab. */
const FORMULA = /^[=+\-@\t\r\n]/;
/** Not allowed in XML: Excel would call the file damaged. */
const NONCHARACTERS = /[\ufffe\uffff]/g;

/** A text that no spreadsheet program computes: an apostrophe stands before what looks like a formula. */
export const harmlessText = (text: string): string =>
  (FORMULA.test(text) ? `'${text}` : text).replace(NONCHARACTERS, '');
