/** A field of a value, and the rule that its value breaks. */
export interface Unstorable {
  readonly at: string;
  readonly rule: 'FORBIDDEN_CHARACTER' | 'VALUE_OUT_OF_RANGE';
}

/** True for text that every engine and column stores unchanged: no U+0000, no unpaired surrogate. */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** The way from a value to a part of it: the part's key, and the way to what contains it. */
type Path = { readonly key: string; readonly within: Path } | undefined;

/** The parts of a value that JSON or PostgreSQL would lose, change or refuse: one rule for requests and for the log. */
export function unstorableIn(value: unknown): readonly Unstorable[] {
  const found: Unstorable[] = [];
  search(value, undefined, undefined, found);
  return found;
}

/** Builds no path before something is found: every event that is appended is searched. */
function search(value: unknown, within: Path, key: string | undefined, found: Unstorable[]): void {
  switch (typeof value) {
    case 'string':
      if (!isStorableText(value)) found.push({ at: pathOf(within, key), rule: 'FORBIDDEN_CHARACTER' });
      return;
    case 'number':
      if (!Number.isFinite(value)) found.push({ at: pathOf(within, key), rule: 'VALUE_OUT_OF_RANGE' });
      return;
    case 'boolean':
    case 'undefined':
      return;
    case 'bigint':
    case 'function':
    case 'symbol':
      found.push({ at: pathOf(within, key), rule: 'VALUE_OUT_OF_RANGE' });
      return;
    case 'object':
      if (value !== null) searchFields(value, key === undefined ? undefined : { key, within }, found);
  }
}

function searchFields(value: object, within: Path, found: Unstorable[]): void {
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    // A field whose name is invalid is reported by its parent's path, so that the name is not repeated in an answer.
    if (!isStorableText(key)) found.push({ at: pathOf(within), rule: 'FORBIDDEN_CHARACTER' });
    else if (inner === undefined && Array.isArray(value))
      found.push({ at: pathOf(within, key), rule: 'VALUE_OUT_OF_RANGE' });
    else search(inner, within, key, found);
  }
}

function pathOf(within: Path, key?: string): string {
  const keys = key === undefined ? [] : [key];
  for (let path = within; path !== undefined; path = path.within) keys.unshift(path.key);
  return keys.join('.');
}
