import { visit, type JSONVisitor } from 'jsonc-parser';

/**
 * The line (from 1) at which each object of a list begins: of the outermost list, or of the list in `field` of the
 * outermost object. Empty when the text is nested too deeply.
 */
export function linesOfItems(text: string, field?: string): number[] {
  const lines: number[] = [];
  const depth = field === undefined ? 1 : 2;
  walk(text, {
    onObjectBegin: (_offset, _length, startLine, _character, pathOf) => {
      const path = pathOf();
      if (path.length === depth && (field === undefined || path[0] === field)) lines.push(startLine + 1);
      // False: nothing is reported of what the object holds; a path for each object of a deep one would be quadratic.
      return path.length < depth;
    },
    onArrayBegin: (_offset, _length, _startLine, _character, pathOf) => pathOf().length < depth,
    // Without them jsonc-parser never reports again after a false.
    onObjectEnd: () => undefined,
    onArrayEnd: () => undefined,
  });
  return lines;
}

/** The line (from 1) of the first error in a text that is not JSON; undefined when the parser finds none. */
export function lineOfFault(text: string): number | undefined {
  let line: number | undefined;
  walk(text, { onError: (_error, _offset, _length, startLine) => void (line ??= startLine + 1) });
  return line;
}

/** jsonc-parser is recursive: text nested thousands of levels deep ends the parsing, not the request. */
function walk(text: string, visitor: JSONVisitor): void {
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
}
