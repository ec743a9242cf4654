import * as client from 'openid-client';
import { SignInFailed } from './sign-in-failed.js';

/** Answers by which the provider says that the fault is its own. */
const PROVIDERS_OWN = new Set(['server_error', 'temporarily_unavailable']);
/** Faults of a request that had no answer, or none of the provider's. */
const NO_ANSWER = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/**
 * Maps a fault of the library to a failure of the sign-in. Its message and cause may hold claims, so only its code is
 * kept.
 */
export function failureOf(fault: unknown): SignInFailed {
  if (fault instanceof SignInFailed) return fault;
  if (fault instanceof client.AuthorizationResponseError)
    return new SignInFailed(PROVIDERS_OWN.has(fault.error) ? 'unavailable' : 'denied', codeIn(fault.error));
  if (fault instanceof client.ResponseBodyError) {
    if (fault.error === 'invalid_grant') return new SignInFailed('used', fault.error);
    return new SignInFailed('unavailable', codeIn(fault.error));
  }
  if (fault instanceof client.ClientError && fault.code !== undefined)
    return new SignInFailed(NO_ANSWER.has(fault.code) ? 'unavailable' : 'untrusted', fault.code);
  // `fetch` throws a TypeError for a server that does not answer.
  if (fault instanceof TypeError && fault.message === 'fetch failed')
    return new SignInFailed('unavailable', 'no answer');
  return new SignInFailed('untrusted', fault instanceof Error ? fault.name : 'unknown');
}

/** Errors of the protocol are short words; anything else is not written to the log. */
const codeIn = (error: string): string => (/^[a-z_]{1,60}$/.test(error) ? error : 'other');
