import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');
const loaded = readFileSync(join(import.meta.dirname, 'elements.ts'), 'utf8');

/** Components that do nothing, or less, without a part that is not loaded for everyone. */
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

test('every component in use finds what it stands on', () => {
  const used = globSync('**/*.tsx', { cwd: SOURCES })
    .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
    .flatMap((source) => [...source.matchAll(/import \{([^}]*)\} from '@digdir\/designsystemet-react'/g)])
    .flatMap(([, names]) => names!.split(',').map((name) => name.trim()));
  expect(used).toContain('Dialog');
  const lacking = Object.entries(STANDS_ON).filter(
    ([component, part]) => used.includes(component) && !loaded.includes(`'@digdir/designsystemet-web/${part}'`),
  );
  expect(lacking).toEqual([]);
});
