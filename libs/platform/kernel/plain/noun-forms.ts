/** Singular and plural of a noun; `zero` only if none is called something other than «0 …». */
export interface NounForms {
  /** The whole phrase for one: «ett møte». */
  readonly one: string;
  /** The noun after any other number: «møter». */
  readonly other: string;
  /** The whole phrase for none: «ingen møter». */
  readonly zero?: string;
}

/** A number with its noun in the right form: «ett møte», «3 møter». `digits` formats the number. */
export function counted(
  value: number,
  { one, other, zero }: NounForms,
  digits: (n: number) => string = String,
): string {
  if (value === 1) return one;
  return value === 0 && zero !== undefined ? zero : `${digits(value)} ${other}`;
}

const AND = { nb: 'og', nn: 'og', en: 'and' } as const;

/** Separator before item `i` of a list of `length` items in a sentence: empty, a comma, or «og»; a space follows. */
export function between(i: number, length: number, language: keyof typeof AND): string {
  if (i === 0) return '';
  return i === length - 1 ? ` ${AND[language]}` : ',';
}

/** Items as a list in a sentence: «PPT, helsestasjonen og barnevernet». Empty items are left out. */
export function listed(items: Iterable<string | null | undefined | false>, language: keyof typeof AND): string {
  const all = [...items].filter((item): item is string => Boolean(item));
  return all
    .map((item, i) => `${between(i, all.length, language)} ${item}`)
    .join('')
    .trimStart();
}
