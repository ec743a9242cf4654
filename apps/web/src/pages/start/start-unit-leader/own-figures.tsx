import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../../api/reads.js';
import { Section } from '../../../parts/section/section.js';
import { Answered } from '../../../parts/states/states.js';
import { currentLanguage } from '../../../words/language.js';
import { numberInWords, shareInWords } from '../../../words/numbers.js';
import styles from './start-unit-leader.module.css';

type Figure = Answer<'/api/statistics/figures'>['figures'][number];
type Definition = Answer<'/api/statistics'>['indicators'][number];

/** Figures of the organisation that are a share: the ones a leader can do something about this week. */
const isMain = ({ measure, counted, group, by, better }: Definition): boolean =>
  measure === 'share' &&
  counted === 'organisation' &&
  group === 'compliance' &&
  better === 'higher' &&
  by.includes('unit');
const SHOWN = 4;

/** The unit's main figures this school year, and the way to all of them. */
export function OwnFigures({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('start-unit-leader');
  const catalogue = useRead('/api/statistics');
  const main = (catalogue.data?.indicators ?? []).filter(isMain);
  const figures = useRead(
    '/api/statistics/figures',
    { query: { indicators: main.map(({ id }) => id).join(','), unit: unitId } },
    { enabled: main.length > 0 },
  );
  const link = <Link to={`/statistikk?enhet=${unitId}`}>{t('figures.all')}</Link>;
  return (
    <Section id={`figures-${unitId}`} level={3} title={t('figures.title')}>
      <Answered of={catalogue}>
        {() => (
          <Answered of={figures}>
            {(answer) => {
              const shown = answer.figures.filter(hasCases).slice(0, SHOWN);
              return shown.length === 0 ? (
                <Paragraph className={styles.quiet}>{t('figures.none')}</Paragraph>
              ) : (
                <dl className={styles.figures}>
                  {shown.map(({ indicator, whole }) => (
                    <OneFigure
                      key={indicator}
                      name={main.find(({ id }) => id === indicator)!.name[currentLanguage()]}
                      whole={whole}
                    />
                  ))}
                </dl>
              );
            }}
          </Answered>
        )}
      </Answered>
      <div>{link}</div>
    </Section>
  );
}

const hasCases = ({ whole }: Figure) => !('hidden' in whole) && whole.denominator > 0;

function OneFigure({ name, whole }: { readonly name: string; readonly whole: Figure['whole'] }) {
  const { t } = useTranslation('start-unit-leader');
  const language = currentLanguage();
  if ('hidden' in whole) return null;
  const { numerator, denominator } = whole;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{shareInWords(numerator, denominator, language)}</strong>{' '}
        <span>
          {t('figures.of', { part: numberInWords(numerator, language), whole: numberInWords(denominator, language) })}
        </span>
      </dd>
    </div>
  );
}
