import { Details, Paragraph, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Section } from '../../parts/section/section.js';
import { Answered } from '../../parts/states/states.js';
import { currentLanguage } from '../../words/language.js';
import { changeInWords, numberInWords } from '../../words/numbers.js';
import { changesOf, type UnitChange } from './changes.js';
import type { Definition } from './figures.js';
import { comparedPeriods } from './periods.js';
import { useFigureWords } from './use-figure-words.js';
import type { Shown } from './use-statistics-view.js';
import styles from './unit-changes.module.css';

/** Each unit against its own earlier share: no list of the best and the worst. */
export function UnitChanges({ definition, shown }: { readonly definition: Definition; readonly shown: Shown }) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const periods = comparedPeriods(shown.period, shown.day);
  const query = { ...shown.query, indicators: String(definition.id), by: 'unit' } as const;
  const earlier = useRead('/api/statistics/figures', { query: { ...query, period: periods.before } });
  const later = useRead('/api/statistics/figures', { query: { ...query, period: periods.now } });
  return (
    <Section
      id="units"
      title={t('units.title')}
      lead={t('units.lead', { before: words.period(periods.before), now: words.period(periods.now) })}
    >
      <Answered of={earlier}>
        {(before) => (
          <Answered of={later}>
            {(now) => {
              const { large, small, few } = changesOf(before.figures[0]?.parts ?? null, now.figures[0]?.parts ?? null);
              return (
                <>
                  {large.length > 0 && <ChangesTable changes={large} label={t('units.title')} />}
                  {large.length === 0 && <Paragraph>{t('units.noLarge')}</Paragraph>}
                  {small.length > 0 && (
                    <Details data-size="sm" className={styles.small}>
                      <Details.Summary>{t('units.small', { count: small.length })}</Details.Summary>
                      <Details.Content>
                        <ChangesTable changes={small} label={t('units.small', { count: small.length })} />
                      </Details.Content>
                    </Details>
                  )}
                  {few > 0 && (
                    <Paragraph data-size="sm" className={styles.quiet}>
                      {t('units.few', { count: few })}
                    </Paragraph>
                  )}
                  <Paragraph data-size="sm" className={styles.quiet}>
                    {t('units.noWord')}
                  </Paragraph>
                </>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Section>
  );
}

function ChangesTable({ changes, label }: { readonly changes: readonly UnitChange[]; readonly label: string }) {
  const { t } = useTranslation('statistics');
  const language = currentLanguage();
  const made = ({ numerator, denominator }: UnitChange['now']) =>
    t('of.none', { part: numberInWords(numerator, language), whole: numberInWords(denominator, language) });
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <Table data-size="sm" className={styles.table}>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('units.unit')}</Table.HeaderCell>
            <Table.Cell aria-hidden className={styles.dots}>
              <span>0</span>
              <span>100 %</span>
            </Table.Cell>
            <Table.HeaderCell scope="col" className={styles.number}>
              {t('units.before')}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className={styles.number}>
              {t('units.now')}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" className={styles.number}>
              {t('units.change')}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {changes.map((it) => (
            <Table.Row key={it.unitId}>
              <Table.HeaderCell scope="row">{it.name}</Table.HeaderCell>
              <Table.Cell aria-hidden className={styles.line}>
                <Dots before={it.before.value!} now={it.now.value!} />
              </Table.Cell>
              <Table.Cell className={styles.number}>{made(it.before)}</Table.Cell>
              <Table.Cell className={styles.number}>{made(it.now)}</Table.Cell>
              <Table.Cell className={styles.number}>{changeInWords(Math.round(it.change), language)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** A hollow dot before, a filled one now; the cells beside say the same. */
const Dots = ({ before, now }: { readonly before: number; readonly now: number }) => (
  <svg className={styles.plot} aria-hidden focusable="false">
    <line x1="0" x2="100%" y1="50%" y2="50%" className={styles.all} />
    <line x1={`${before}%`} x2={`${now}%`} y1="50%" y2="50%" className={styles.way} />
    <circle cx={`${before}%`} cy="50%" r="4" className={styles.before} />
    <circle cx={`${now}%`} cy="50%" r="4" className={styles.now} />
  </svg>
);
