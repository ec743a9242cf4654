import { fetchTexts } from './language.js';

/**
 * Loads a page together with all its texts. Texts that load later would remove the whole page meanwhile, with its
 * heading and the focus. `pages-with-texts.spec.ts` reports missing ones.
 */
export async function withTexts<Module>(
  load: () => Promise<Module>,
  ...namespaces: readonly string[]
): Promise<Module> {
  const [module] = await Promise.all([load(), fetchTexts(namespaces)]);
  return module;
}
