import { rightOf } from '../../session/held-rights.js';
import type { Who } from '../../session/session.js';

/** True when the user may open a service's page. */
export function mayOpenService(who: Pick<Who, 'rights'>, serviceId: string): boolean {
  const reads = rightOf(who, 'service-figures.read');
  return reads !== undefined && (reads.everywhere || reads.serviceIds.includes(serviceId));
}
