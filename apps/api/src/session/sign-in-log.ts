import type { AskedRequest } from '#platform/http';
import type { Session } from '#platform/identity';
import type { Log } from '#platform/observability';

/**
 * One line for each sign-in and each new proof of who somebody is: how, where and which session, beside the line of its
 * request. The session's id tells nothing of the person by itself, and cannot be used to enter.
 */
export function logSignIn(
  log: Log,
  what: 'a person signed in' | 'a person confirmed who they are',
  { requestId }: Pick<AskedRequest, 'requestId'>,
  { tenant, sessionId, via }: Pick<Session, 'tenant' | 'sessionId' | 'via'>,
): void {
  log.info({ requestId, tenant, session: sessionId, via }, what);
}
