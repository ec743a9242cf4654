import { read, type Answer } from '../../api/reads.js';

export type Municipality = Answer<'/api/municipality'>;
export type Details = Pick<Municipality, 'name' | 'languageForm'>;

export const detailsOf = ({ name, languageForm }: Municipality): Details => ({ name, languageForm });

/** The name and language form as they are now, and the municipality's revision. */
export async function readDetails(): Promise<{ readonly part: Details; readonly revision: string }> {
  const now = await read('/api/municipality');
  return { part: detailsOf(now), revision: now.revision };
}
