import { normalized } from '#platform/kernel';

/** Why a person of the register is proposed. */
export type Likeness = 'email' | 'name';

export interface Proposal {
  readonly personId: string;
  readonly likeness: Likeness;
}

interface Described {
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * People of the register whom somebody may be, for the coordinator to choose among: those with the same mail address
 * first, then those with the same name. Neither proves anything, since providers let people change both.
 */
export function proposalsFor(
  claimed: Described,
  people: readonly (Described & { readonly personId: string })[],
): readonly Proposal[] {
  const same = (a: string | null, b: string | null) => a !== null && b !== null && plain(a) === plain(b);
  const byEmail = people.filter(({ email }) => same(email, claimed.email));
  const byName = people.filter((person) => same(person.name, claimed.name) && !byEmail.includes(person));
  return [
    ...byEmail.map(({ personId }) => ({ personId, likeness: 'email' as const })),
    ...byName.map(({ personId }) => ({ personId, likeness: 'name' as const })),
  ];
}

const plain = (text: string): string => normalized(text, 'NFKC').toLocaleLowerCase('nb').replaceAll(/\s+/g, ' ').trim();
