import { Checkbox, Fieldset, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../figures.js';
import { inLanguage } from '../use-figure-words.js';
import { withChoice, type Breakdown, type Chosen } from './chosen.js';
import styles from './publish.module.css';

interface ChoicesProps {
  readonly definitions: readonly Definition[];
  readonly chosen: readonly Chosen[];
  readonly onChange: (chosen: readonly Chosen[]) => void;
}

/** Which figures to publish, each whole or divided. */
export function Choices({ definitions, chosen, onChange }: ChoicesProps) {
  const { t } = useTranslation(['publish', 'statistics']);
  return (
    <Fieldset data-size="sm" className={styles.fields}>
      <Fieldset.Legend>{t('figures')}</Fieldset.Legend>
      <ul className={styles.choices}>
        {definitions.map(({ id, name, by }) => {
          const choice = chosen.find(({ indicator }) => indicator === id);
          const divisions = by.filter((it) => it !== 'person');
          return (
            <li key={id}>
              <Checkbox
                label={inLanguage(name)}
                checked={choice !== undefined}
                onChange={({ target }) => onChange(withChoice(chosen, id, target.checked ? null : undefined))}
              />
              {choice && divisions.length > 0 && (
                <Select
                  className={styles.division}
                  aria-label={t('dividedBy', { name: inLanguage(name) })}
                  value={choice.by ?? ''}
                  onChange={({ target }) =>
                    onChange(withChoice(chosen, id, target.value === '' ? null : (target.value as Breakdown)))
                  }
                >
                  <Select.Option value="">{t('whole')}</Select.Option>
                  {divisions.map((it) => (
                    <Select.Option key={it} value={it}>
                      {t(`divisions.${it}`)}
                    </Select.Option>
                  ))}
                </Select>
              )}
            </li>
          );
        })}
      </ul>
    </Fieldset>
  );
}
