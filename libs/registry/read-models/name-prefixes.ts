import type { EntityManager } from 'typeorm';
import { beginningsOf, isNear, wordsTyped } from '#platform/kernel';

/** For each typed word the prefixes that may match it, as a parameter for `MEETS_NAME`. */
export type NamePrefixes = readonly (readonly string[])[];

/** True when every typed word matches a word of the name; `asked` is the parameter's placeholder (`$6` or `:asked`). */
export const meetsName = (words: string, prefixes: string): string => `not exists (
  select from jsonb_array_elements(${prefixes}::jsonb) as typed(beginnings)
  where not exists (
    select from jsonb_array_elements_text(typed.beginnings) as beginning, unnest(${words}) as word
    where starts_with(word, beginning)))`;

/** The first search: the words as typed. Undefined when the text contains no word. */
export function namesTyped(text: string): NamePrefixes | undefined {
  const words = wordsTyped(text);
  return words.length === 0 ? undefined : words.map(beginningsOf);
}

const MOST_NEAR = 20;
const WORDS_OF_PEOPLE = 'select distinct word from registry_person cross join unnest(words) as word where tenant = $1';

/** The second search, when the first finds nobody: includes similar names, for typing errors. */
export async function namesNear(rows: EntityManager, tenant: string, text: string): Promise<NamePrefixes> {
  const known = await rows.query<{ word: string }[]>(WORDS_OF_PEOPLE, [tenant]);
  return wordsTyped(text).map((typed) => [
    ...beginningsOf(typed),
    ...known
      .filter(({ word }) => isNear(typed, word))
      .slice(0, MOST_NEAR)
      .map(({ word }) => word),
  ]);
}
