import { visit, type JSONPath, type JSONVisitor } from 'jsonc-parser';

/** Facts about an object of a list that parsing loses. */
export interface ItemInText {
  /** The line (from 1) at which it begins. */
  readonly line: number;
  /** Values of keys that the same object has once more: only the last one is in the parsed object. */
  readonly replaced: readonly (readonly [key: string, value: unknown])[];
}

/**
 * The objects of a list: of the outermost list, or of the list in `field` of the outermost object. Empty when the text
 * is nested too deeply. A list or an object as a value is `undefined`.
 */
export function itemsIn(text: string, field?: string): readonly ItemInText[] {
  const items: (ItemInText & { readonly replaced: [string, unknown][] })[] = [];
  const depth = field === undefined ? 1 : 2;
  let values = new Map<string, unknown>();
  const readValue = (path: JSONPath, value: unknown) => {
    if (path.length !== depth + 1) return;
    const key = String(path[depth]);
    if (values.has(key)) items.at(-1)!.replaced.push([key, values.get(key)]);
    values.set(key, value);
  };
  walk(text, {
    onObjectBegin: (_offset, _length, startLine, _character, pathOf) => {
      const path = pathOf();
      const isItem = path.length === depth && (field === undefined || path[0] === field);
      if (isItem) {
        items.push({ line: startLine + 1, replaced: [] });
        values = new Map();
      }
      readValue(path, undefined);
      // False: nothing is reported of what the object holds; a path for each object of a deep one would be quadratic.
      return isItem || path.length < depth;
    },
    onArrayBegin: (_offset, _length, _startLine, _character, pathOf) => {
      const path = pathOf();
      readValue(path, undefined);
      return path.length < depth;
    },
    onLiteralValue: (value: unknown, _offset, _length, _startLine, _character, pathOf) => readValue(pathOf(), value),
    // Without them jsonc-parser never reports again after a false.
    onObjectEnd: () => undefined,
    onArrayEnd: () => undefined,
  });
  return items;
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
