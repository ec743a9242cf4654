/** A field of a value, and the rule that its value breaks. */
export interface Unstorable {
  readonly at: string;
  readonly rule: 'FORBIDDEN_CHARACTER' | 'VALUE_OUT_OF_RANGE';
}

/** True for text that every engine and column stores unchanged: no U+0000, no unpaired surrogate. */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** The parts of a value that JSON or PostgreSQL would lose, change or refuse: one rule for requests and for the log. */
export function* unstorableIn(value: unknown, path: readonly PropertyKey[] = []): Generator<Unstorable> {
  switch (typeof value) {
    case 'string':
      if (!isStorableText(value)) yield { at: pathOf(path), rule: 'FORBIDDEN_CHARACTER' };
      return;
    case 'number':
      if (!Number.isFinite(value)) yield { at: pathOf(path), rule: 'VALUE_OUT_OF_RANGE' };
      return;
    case 'boolean':
    case 'undefined':
      return;
    case 'bigint':
    case 'function':
    case 'symbol':
      yield { at: pathOf(path), rule: 'VALUE_OUT_OF_RANGE' };
      return;
    case 'object':
      if (value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        // A field whose name is invalid is reported by its parent's path, so that the name is not repeated in an
        // answer.
        if (!isStorableText(key)) yield { at: pathOf(path), rule: 'FORBIDDEN_CHARACTER' };
        else if (inner === undefined && Array.isArray(value))
          yield { at: pathOf([...path, key]), rule: 'VALUE_OUT_OF_RANGE' };
        else yield* unstorableIn(inner, [...path, key]);
      }
  }
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');
