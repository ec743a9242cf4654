import type { Who } from '../../session/session.js';

/** True when the user may open a service's page: the coordinator, and the leader of its service unit. */
export const mayOpenService = ({ roles }: Pick<Who, 'roles'>, serviceId: string): boolean =>
  roles.some(
    ({ role, serviceIds = [] }) =>
      role === 'coordinator' || (role === 'service-unit-leader' && serviceIds.includes(serviceId)),
  );
