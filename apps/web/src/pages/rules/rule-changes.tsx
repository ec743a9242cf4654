import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { Answered } from '../../parts/states/states.js';
import { useSession } from '../../session/session.js';
import { instantInWords } from '../../words/dates.js';
import { currentLanguage } from '../../words/language.js';
import { GROUPS, valuesOf, type Group, type Key, type Settings } from './groups.js';
import { useRuleWords } from './rule-words.js';
import styles from './rules.module.css';

/** Changes of the page's settings: by whom, when, and from which value to which. */
export function RuleChanges({ group }: { readonly group: Group }) {
  const { t } = useTranslation('rules');
  const { who } = useSession();
  const inWords = useRuleWords();
  const changes = useRead('/api/municipality/settings-changes');
  const keys: readonly Key[] = GROUPS[group].map(({ key }) => key);
  return (
    <Section id="changes" title={t('changes.title')}>
      <Answered of={changes}>
        {({ items, defaultDigests }) => {
          const all = (settings: Settings) => valuesOf(settings, settings.digests ?? defaultDigests);
          const shown = items.flatMap(({ at, by, before, after }) => {
            const [then, now] = [all(before), all(after)];
            const changed = keys.filter((key) => JSON.stringify(then[key]) !== JSON.stringify(now[key]));
            return changed.length === 0 ? [] : [{ at, by, then, now, changed }];
          });
          if (shown.length === 0) return <Paragraph className={styles.quiet}>{t('changes.none')}</Paragraph>;
          return (
            <ul className={styles.changes}>
              {shown.map(({ at, by, then, now, changed }) => (
                <li key={at}>
                  <span className={styles.quiet}>
                    {instantInWords(at, currentLanguage(), who.today)}
                    {by && `, ${by.name ?? t('changes.unnamed')}`}
                  </span>
                  <ul>
                    {changed.map((key) => (
                      <li key={key}>
                        {t('changes.one', {
                          what: t(`fields.${key}.label`),
                          before: inWords(key, then[key]),
                          after: inWords(key, now[key]),
                        })}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Section>
  );
}
