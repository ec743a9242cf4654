import { rightsOf } from '../../../../libs/platform/identity/access.js';
import type { ActiveRole } from '../../../../libs/platform/identity/asker.js';
import type { Role, Who } from './session.js';

const SCHOOL = { unitId: 'school' };
const HELD: Readonly<Record<Role, ActiveRole>> = {
  coordinator: { role: 'coordinator' },
  'service-unit-leader': { role: 'service-unit-leader', serviceIds: ['health', 'ppt'] },
  'unit-leader': { role: 'unit-leader', ...SCHOOL },
  'meeting-chair': { role: 'meeting-chair', ...SCHOOL },
  'service-member': { role: 'service-member', serviceIds: ['ppt'] },
  teacher: { role: 'teacher', ...SCHOOL },
  director: { role: 'director' },
  elected: { role: 'elected' },
  auditor: { role: 'auditor' },
};

/** Roles, each at its place, and the rights that the server answers with them. */
export function whoHolds(...names: readonly Role[]): Pick<Who, 'roles' | 'rights'> {
  const roles = names.map((name) => HELD[name]);
  return { roles, rights: rightsOf({ personId: 'me', roles }) };
}
