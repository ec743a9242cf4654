import type { Handover } from '../dispatch/dispatch.js';

/** The failure of a handing over, as the SMTP client reports it. */
export interface SmtpFailure {
  /** Nodemailer's code, such as `ECONNECTION`. */
  readonly code?: string | undefined;
  /** The command that failed: `CONN`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
}

/** A mail that is larger than the server takes is the mail's own fault, whichever command tells. */
const TOO_LARGE = new Set([552, 523]);
/** The login is missing, or is not accepted: a matter of the settings, which can be corrected. */
const OF_LOGIN = new Set([530, 534, 535, 538]);

/**
 * Tells what a failure means for the mail.
 *
 * @param isWhole true if the whole mail, with its final dot, may have reached the server. Only then can a lost
 *   connection mean that the server has taken it
 */
export function handoverOf(failure: SmtpFailure, isWhole: boolean): Handover {
  const { code, command = '', responseCode } = failure;
  const response = failure.response ?? code ?? 'unknown fault';
  if (responseCode === undefined) {
    if (code === 'EENVELOPE') return { refused: 'for-good', of: 'recipient', code: null, response };
    if (code === 'EMESSAGE') return { refused: 'for-good', of: 'mail', code: null, response };
    return isWhole ? { unsure: true } : { refused: 'for-now', of: 'server', code: null, response };
  }
  const refusal = (refused: 'for-good' | 'for-now', of: 'recipient' | 'mail' | 'server'): Handover => ({
    refused,
    of,
    code: responseCode,
    response,
  });
  const isPermanent = responseCode >= 500;
  if (TOO_LARGE.has(responseCode) && command !== 'RCPT TO') return refusal('for-good', 'mail');
  // 421: the server closes the connection, for every mail.
  if (OF_LOGIN.has(responseCode) || responseCode === 421) return refusal('for-now', 'server');
  if (command === 'RCPT TO') return refusal(isPermanent ? 'for-good' : 'for-now', 'recipient');
  if (command === 'DATA') return refusal(isPermanent ? 'for-good' : 'for-now', 'mail');
  // A refused greeting, login or sender concerns every mail alike, and can be corrected.
  return refusal('for-now', 'server');
}
