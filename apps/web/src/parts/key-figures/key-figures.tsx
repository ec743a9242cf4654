import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { wordIn } from '#statistics/contract/chart';
import { useRead, type Answer, type Asked } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { numberInWords, shareInWords } from '../../words/numbers.js';
import { Answered } from '../states/states.js';
import styles from './key-figures.module.css';
import { WordMark } from './word-mark.js';

type Query = NonNullable<Asked<'/api/statistics/figures'>['query']>;
type Figure = Answer<'/api/statistics/figures'>['figures'][number];

interface KeyFiguresProps {
  /** Numbers of indicators that are shares, in their order. */
  readonly indicators: readonly number[];
  /** The unit or the service of the figures; all that the user may see when left out. */
  readonly of?: Pick<Query, 'unit' | 'service'>;
}

/** A few figures of this school year, each with the word that compares it with the first twelve months. */
export function KeyFigures({ indicators, of = {} }: KeyFiguresProps) {
  const { t } = useTranslation('key-figures');
  const catalogue = useRead('/api/statistics');
  const figures = useRead('/api/statistics/figures', {
    query: { ...of, indicators: indicators.join(','), by: 'month' },
  });
  return (
    <Answered of={figures}>
      {(answer) => {
        const shown = answer.figures.filter(hasCases);
        if (shown.length === 0) return <Paragraph className={styles.quiet}>{t('none')}</Paragraph>;
        return (
          <dl className={styles.figures}>
            {shown.map((figure) => (
              <OneFigure
                key={figure.indicator}
                name={
                  catalogue.data?.indicators.find(({ id }) => id === figure.indicator)?.name[currentLanguage()] ?? ''
                }
                figure={figure}
                period={answer.period.key}
              />
            ))}
          </dl>
        );
      }}
    </Answered>
  );
}

const hasCases = ({ whole }: Figure) => !('hidden' in whole) && whole.denominator > 0;

function OneFigure({
  name,
  figure: { whole, improvement },
  period,
}: {
  readonly name: string;
  readonly figure: Figure;
  readonly period: string;
}) {
  const { t } = useTranslation('key-figures');
  const language = currentLanguage();
  if ('hidden' in whole) return null;
  const { numerator, denominator } = whole;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{shareInWords(numerator, denominator, language)}</strong>{' '}
        <span>
          {t('of', { part: numberInWords(numerator, language), whole: numberInWords(denominator, language) })}
        </span>
        <div>
          <WordMark word={wordIn(improvement, period)} />
        </div>
      </dd>
    </div>
  );
}
