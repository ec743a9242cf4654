import type { Environment } from '#platform/environment';

/**
 * The warning of a worker in production that has no mail server; undefined if it has one. The worker goes on all the same:
 * a copy that shows that a backup can be restored must send no mail.
 */
export const mailWarning = ({ production, mail }: Pick<Environment, 'production' | 'mail'>): string | undefined =>
  production && mail.smtp === undefined
    ? 'SMTP_URL is not set: mails are files in the folder mail of the data folder, and nobody gets them (docs/operations.md, Mail).'
    : undefined;
