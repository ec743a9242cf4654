import { currentLanguage } from '../../frame/language.js';

const TEXTS = import.meta.glob<string>('../../../../../docs/guide/{nb,nn}/*.md', { query: '?raw', import: 'default' });
const PICTURES = import.meta.glob<string>('../../../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});
const FOLDER = '../../../../../docs/guide/';

/** The guide is in the two Norwegian languages; in English one reads it in bokmål. */
export const guideLanguage = (): 'nb' | 'nn' => (currentLanguage() === 'nn' ? 'nn' : 'nb');

/** A page of the guide as it was written, or its contents where the language has no such page. */
export async function readGuide(name: string): Promise<string> {
  const at = (page: string) => TEXTS[`${FOLDER}${guideLanguage()}/${page}.md`];
  const load = at(name) ?? at('README');
  return load ? load() : '';
}

/** The address of a picture that a page of the guide names. */
export const pictureAt = (path: string): string | undefined =>
  PICTURES[`${FOLDER}pictures/${path.slice(path.lastIndexOf('/') + 1)}`];
