import { createHash } from 'node:crypto';
import type { RenderedMail } from '#platform/mail';
import type { MadeDigest } from '../contract/index.js';
import { digestMail, isKnownTemplate } from './digest-mail.js';

export const sha256Of = ({ html, text }: Pick<RenderedMail, 'html' | 'text'>): MadeDigest['sha256'] => ({
  html: createHash('sha256').update(html).digest('hex'),
  text: createHash('sha256').update(text).digest('hex'),
});

/**
 * The parts of a digest that are not what its event gives when it is rendered; none where they are. A digest of a template
 * that this version of the program does not have cannot be compared.
 */
export function digestDifferences(made: MadeDigest): readonly (keyof MadeDigest['sha256'])[] {
  if (!isKnownTemplate(made.template)) return [];
  const now = sha256Of(digestMail(made));
  return (['html', 'text'] as const).filter((part) => now[part] !== made.sha256[part]);
}
