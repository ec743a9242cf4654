import type { Environment } from '#platform/environment';

/**
 * What a worker in production says of a missing mail server; undefined where nothing is missing. It goes on all the same:
 * a copy that shows that a backup can be restored must send no mail.
 */
export const mailWarning = ({ production, mail }: Pick<Environment, 'production' | 'mail'>): string | undefined =>
  production && mail.smtp === undefined
    ? 'SMTP_URL is not set: mails are files in the folder mail of the data folder, and nobody gets them (docs/operations.md, Mail).'
    : undefined;
