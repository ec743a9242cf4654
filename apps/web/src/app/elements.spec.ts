import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');
const loaded = readFileSync(join(import.meta.dirname, 'elements.ts'), 'utf8');

/** Components that do nothing, or less, without a module that is not loaded for everyone. */
const STANDS_ON: Readonly<Record<string, string>> = {
  Breadcrumbs: 'ds-breadcrumbs',
  ErrorSummary: 'ds-error-summary',
  Pagination: 'ds-pagination',
  Suggestion: 'ds-suggestion',
  Tabs: 'ds-tabs',
  Tooltip: 'tooltip',
  Field: 'ds-field',
  Dialog: 'dialog',
  Popover: 'popover',
  Dropdown: 'popover',
  ToggleGroup: 'toggle-group',
  Details: 'details',
};

test('every component in use finds its custom element, loaded for everyone or by the page itself', () => {
  const sources = globSync('**/*.tsx', { cwd: SOURCES }).map((path) => readFileSync(join(SOURCES, path), 'utf8'));
  const used = sources.flatMap((source) =>
    [...source.matchAll(/import \{([^}]*)\} from '@digdir\/designsystemet-react'/g)]
      .flatMap(([, names]) => names!.split(',').map((name) => name.trim()))
      .map((component) => ({ component, source })),
  );
  expect(used.map(({ component }) => component)).toContain('Dialog');
  const brings = (text: string, part: string) => text.includes(`'@digdir/designsystemet-web/${part}'`);
  const lacking = used.filter(({ component, source }) => {
    const part = STANDS_ON[component];
    return part !== undefined && !brings(loaded, part) && !brings(source, part);
  });
  expect(lacking.map(({ component }) => component)).toEqual([]);
});
