import { indexedWords } from '#platform/kernel';
import { readModel, streamId } from '#platform/projections';
import { lastDayOfRevoked, type PersonEvent } from '../../contract/index.js';
import { withEnd } from '../../domain/person/person.state.js';
import { ownRow } from '../own-row.js';
import { PersonRow } from './person-register.entity.js';

/** People with their roles over time; includes people whose roles have ended, since old protocols name them. */
export const personRegister = readModel<PersonRow, PersonEvent>({
  name: 'person-register',
  version: 3,
  entity: PersonRow,
  on: {
    'registry.PersonRegistered': {
      rows: (event) => [streamId(event)],
      fold: (_, { data, tenant, revision }) => ({
        ...data,
        words: indexedWords(data.name),
        tenant,
        phone: null,
        roles: [],
        revision: Number(revision),
      }),
    },
    'registry.PersonChanged': ownRow((_, details) => ({ ...details, words: indexedWords(details.name) })),
    'registry.PersonPhoneSet': ownRow((_, { phone }) => ({ phone })),
    'registry.RoleGiven': ownRow((row, role) => ({ roles: [...row.roles, role] })),
    'registry.SubstituteRoleGiven': ownRow((row, role) => ({ roles: [...row.roles, role] })),
    'registry.RoleEnded': ownRow((row, { roleId, on }) => ({ roles: withEnd(row.roles, roleId, on) })),
    'registry.RoleRevoked': ownRow((row, { roleId, on }) => ({
      roles: withEnd(row.roles, roleId, lastDayOfRevoked(on)),
    })),
    'registry.SubstitutionNoted': ownRow(() => ({})),
    'registry.SubstitutedRoleEnded': ownRow(() => ({})),
  },
});
