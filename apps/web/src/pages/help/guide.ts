import { currentLanguage } from '../../words/language.js';

const TEXTS = import.meta.glob<string>('../../../../../docs/guide/{nb,nn}/*.md', { query: '?raw', import: 'default' });
const PICTURES = import.meta.glob<string>('../../../../../docs/guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});
const FOLDER = '../../../../../docs/guide/';

/** The guide exists in the two Norwegian languages; English users get bokmål. */
export const guideLanguage = (): 'nb' | 'nn' => (currentLanguage() === 'nn' ? 'nn' : 'nb');

/** A page of the guide, or its contents if the language has no such page. */
export async function readGuide(name: string): Promise<string> {
  const at = (page: string) => TEXTS[`${FOLDER}${guideLanguage()}/${page}.md`];
  const load = at(name) ?? at('README');
  return load ? load() : '';
}

/** The URL of a picture in the guide. */
export const pictureAt = (path: string): string | undefined =>
  PICTURES[`${FOLDER}pictures/${path.slice(path.lastIndexOf('/') + 1)}`];
