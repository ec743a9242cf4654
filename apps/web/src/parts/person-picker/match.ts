/** A person who can be given something to do, with what tells them apart from a namesake. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly title: string | null;
  readonly role: string;
  readonly place: string | null;
  readonly unitId: string | null;
  readonly serviceId: string | null;
}

/** What has a name to be found by, and may have more. */
type Named = { readonly name: string } & Partial<Pick<Candidate, 'place' | 'title'>>;

/** Letters as they are looked for: «Å» and «aa» are different, accents are not («Andre» finds «André»). */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[^a])[\u0300-\u036f]|(?<=a)[\u0300-\u0309\u030b-\u036f]/g, '')
    .normalize('NFC');

/** Those of whom every typed word begins a word of the name, the place or the title; in the order given. */
export function matching<C extends Named>(candidates: readonly C[], typed: string): readonly C[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return candidates.filter((candidate) => {
    const parts = plain([candidate.name, candidate.place, candidate.title].filter(Boolean).join(' ')).split(/[\s-]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** Those whose name is matched first, then those found by their place or title. */
export const nearestFirst = <C extends Candidate>(found: readonly C[], typed: string): readonly C[] => {
  const byName = new Set(
    matching(
      found.map((it) => ({ ...it, place: null, title: null })),
      typed,
    ).map((it) => it.personId),
  );
  return [...found.filter((it) => byName.has(it.personId)), ...found.filter((it) => !byName.has(it.personId))];
};
