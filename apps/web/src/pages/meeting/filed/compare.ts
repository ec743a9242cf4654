/** A statement of a version as `[name, value]` pairs in words, with the same key in every version. */
export interface Statement {
  readonly key: string;
  /** Section of the protocol. */
  readonly part: string;
  readonly title: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}
export type Change =
  | { readonly what: 'added' | 'removed'; readonly statement: Statement }
  | { readonly what: 'changed'; readonly statement: Statement; readonly fields: readonly FieldChange[] };
export interface FieldChange {
  readonly name: string;
  /** Empty when it was missing. */
  readonly before: string;
  readonly after: string;
}

/** Differences between two versions, in their order. */
export function compare(before: readonly Statement[], after: readonly Statement[]): readonly Change[] {
  const earlier = new Map(before.map((statement) => [statement.key, statement]));
  const later = new Set(after.map(({ key }) => key));
  const changes = after.flatMap((statement): Change[] => {
    const was = earlier.get(statement.key);
    if (!was) return [{ what: 'added', statement }];
    const fields = fieldsThatDiffer(was, statement);
    return fields.length === 0 ? [] : [{ what: 'changed', statement, fields }];
  });
  const removed = before
    .filter(({ key }) => !later.has(key))
    .map((statement): Change => ({ what: 'removed', statement }));
  return [...changes, ...removed];
}

function fieldsThatDiffer(before: Statement, after: Statement): readonly FieldChange[] {
  const [was, is] = [new Map(before.fields), new Map(after.fields)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? '', after: is.get(name) ?? '' }))
    .filter((it) => it.before !== it.after);
}
