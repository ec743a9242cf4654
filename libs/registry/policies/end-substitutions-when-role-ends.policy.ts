import { dayOf, type PersonId } from '#platform/kernel';
import { policy, type Reaction } from '#platform/policies';
import type { PersonEvent } from '../contract/index.js';
import type { PersonCommand } from '../domain/person/person.commands.js';

const toPerson = (id: PersonId, command: PersonCommand): Reaction<PersonCommand> => ({ to: 'person', id, command });
/** The id in the stream name of the person. */
const personOf = ({ stream }: { readonly stream: string }) => stream.slice(stream.indexOf('-') + 1) as PersonId;

/**
 * Ends substitutions that would last longer than the role that they are for (ADR 0359). Each is noted on the stream of the
 * person who is away, so that one append records the end of the role and the substitutions that end with it.
 */
export const endSubstitutionsWhenRoleEnds = policy<PersonEvent>({
  name: 'end-substitutions-when-role-ends',
  when: {
    'registry.SubstituteRoleGiven': {
      react: (event) => {
        const { standsInFor, ...given } = event.data;
        return [toPerson(standsInFor, { type: 'NoteSubstitution', substituteId: personOf(event), ...given })];
      },
    },
    'registry.SubstitutedRoleEnded': {
      react: ({ data: { substitutions }, recordedAt }) =>
        substitutions.map(({ substituteId, roleId, held }) =>
          toPerson(substituteId, {
            type: 'EndSubstitution',
            roleId,
            heldByAbsent: held,
            today: dayOf(recordedAt),
          }),
        ),
    },
  },
});
