import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../session/session.js';
import { mayOpenService } from './may-open-service.js';

/** A service's name that leads to its page; the name alone for those who may not open it. */
export function ServiceLink({ serviceId, children }: { readonly serviceId: string; readonly children: ReactNode }) {
  const { who } = useSession();
  return mayOpenService(who, serviceId) ? <Link to={`/tjenester/${serviceId}`}>{children}</Link> : children;
}
