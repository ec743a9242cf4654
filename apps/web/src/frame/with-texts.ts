import { fetchTexts } from './language.js';

/**
 * Loads a page together with all texts that anything on it can show. Texts that came later would take the whole page away
 * while they are fetched, its heading and the focus with it. `with-texts.spec.ts` says which are forgotten.
 */
export async function withTexts<Module>(
  load: () => Promise<Module>,
  ...namespaces: readonly string[]
): Promise<Module> {
  const [module] = await Promise.all([load(), fetchTexts(namespaces)]);
  return module;
}
