import i18next from 'i18next';

/** The texts that every place with rows of actions and their answers shows; some only once a form is opened. */
export const OF_ACTIONS = ['action-row', 'action-answers', 'date-field', 'person-picker'] as const;

/**
 * Loads a page together with all texts that anything on it can show. Texts that came later would take the whole page away
 * while they are fetched, its heading and the focus with it. `with-texts.spec.ts` says which are forgotten.
 */
export async function withTexts<Module>(
  load: () => Promise<Module>,
  ...namespaces: readonly string[]
): Promise<Module> {
  const [module] = await Promise.all([load(), i18next.loadNamespaces(namespaces)]);
  return module;
}
