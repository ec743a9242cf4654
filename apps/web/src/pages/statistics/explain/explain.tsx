import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/reads.js';
import { Section } from '../../../parts/section/section.js';
import { fullDay, instantInWords } from '../../../words/dates.js';
import { currentLanguage } from '../../../words/language.js';
import { numberInWords } from '../../../words/numbers.js';
import { isHidden, toWorkOn, type Definition, type Figures, type IndicatorFigure } from '../figures.js';
import { inLanguage, useFigureWords } from '../use-figure-words.js';
import type { Shown } from '../use-statistics-view.js';
import { CaseRows, type Rows } from './case-rows.js';
import styles from './explain.module.css';

interface ExplainProps {
  readonly definition: Definition;
  readonly figure: IndicatorFigure;
  readonly figures: Figures;
  readonly shown: Shown;
}

/** Explains a figure: the fraction in words with its rows, the cases that are left out, the definition and the moment. */
export function Explain({ definition, figure, figures, shown }: ExplainProps) {
  const { t } = useTranslation('statistics');
  const words = useFigureWords();
  const language = currentLanguage();
  const { whole, additive } = figure;
  const isShare = definition.measure === 'share';
  const [rows, show] = useState<Rows | undefined>(isShare ? 'work' : undefined);
  const asides = definition.asides.map((aside) => `${words.aside(whole, aside)[1]} ${inLanguage(aside.name)}`);
  const mayOpen = !figures.isProtected;
  const counted = useRead(
    '/api/statistics/{indicator}/cases',
    {
      path: { indicator: definition.id },
      query: { ...shown.query, period: shown.period, page: 1, size: 1 },
    },
    { keepWhileAsking: true, enabled: mayOpen },
  );
  const leftOut = (counted.data?.leftOut ?? []).map(({ name, count }) =>
    capital(t('explain.leftOutCount', { name: inLanguage(name), number: numberInWords(count, language) })),
  );
  const shared = counted.data && counted.data.shared > 0 ? [t('explain.shared', { count: counted.data.shared })] : [];
  const facts: readonly Fact[] = [
    { key: 'asides', text: asides.length > 0 && !isHidden(whole) ? capital(`${asides.join('. ')}.`) : undefined },
    {
      key: 'leftOut',
      text: definition.exclusions ? inLanguage(definition.exclusions) : leftOut.length > 0 ? '' : undefined,
      lines: leftOut,
    },
    { key: 'joint', text: additive ? undefined : [t('explain.jointText'), ...shared].join(' ') },
    {
      key: 'definition',
      text: t('explain.version', { version: definition.version, day: fullDay(definition.since, language) }),
    },
    {
      key: 'moment',
      text: figures.isProtected
        ? undefined
        : figures.anchor
          ? t('explain.lastEvent', {
              when: instantInWords(figures.anchor.recordedAt, language, shown.today),
              id: figures.anchor.eventId,
            })
          : t('nothingKnown'),
    },
  ];
  return (
    <Section
      id="explain"
      title={t('explain.title', { value: words.headline(whole, definition) })}
      lead={capital(words.inPeriod(shown.period))}
    >
      {isHidden(whole) ? (
        <Paragraph>{t('hidden.why')}</Paragraph>
      ) : (
        <>
          <div className={styles.fraction}>
            {definition.measure !== 'distribution' && (
              <Line number={whole.numerator} text={inLanguage(definition.numerator)}>
                {mayOpen && isShare && whole.numerator > 0 && (
                  <Opener rows="numerator" count={whole.numerator} open={rows} onShow={show} />
                )}
              </Line>
            )}
            {definition.measure !== 'number' && (
              <Line number={whole.denominator} text={inLanguage(definition.denominator)}>
                {mayOpen && whole.denominator > 0 && (
                  <Opener
                    rows="denominator"
                    count={definition.measure === 'share-of-amount' ? undefined : whole.denominator}
                    open={rows}
                    onShow={show}
                  />
                )}
              </Line>
            )}
            {mayOpen && definition.measure === 'number' && whole.denominator > 0 && (
              <Opener rows="denominator" count={whole.denominator} open={rows} onShow={show} />
            )}
          </div>
          {!mayOpen ? (
            <Paragraph data-size="sm">{t('explain.rowsNotForYou')}</Paragraph>
          ) : rows === 'work' && toWorkOn(whole, definition) === 0 ? (
            <Paragraph>{t('explain.noWork')}</Paragraph>
          ) : (
            rows && <CaseRows key={rows} rows={rows} definition={definition} shown={shown} />
          )}
          {mayOpen && isShare && rows !== 'work' && toWorkOn(whole, definition) > 0 && (
            <Button variant="tertiary" data-size="sm" className="not-on-paper" onClick={() => show('work')}>
              {t('explain.showWork', { count: toWorkOn(whole, definition) })}
            </Button>
          )}
        </>
      )}
      <dl className={styles.facts}>
        {facts.map(
          ({ key, text, lines = [] }) =>
            text !== undefined && (
              <div key={key}>
                <dt>{t(`explain.${key}`)}</dt>
                <dd>
                  {text}
                  {lines.length > 0 && (
                    <ul className={styles.lines}>
                      {lines.map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  )}
                </dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  );
}

/** A line under the explanation; undefined: there is nothing to say. */
interface Fact {
  readonly key: 'asides' | 'leftOut' | 'joint' | 'definition' | 'moment';
  readonly text: string | undefined;
  readonly lines?: readonly string[];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Line({
  number,
  text,
  children,
}: {
  readonly number: number;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.part}>
      <strong>{numberInWords(Math.round(number), currentLanguage())}</strong>
      <div>
        {text}
        {children}
      </div>
    </div>
  );
}

interface OpenerProps {
  readonly rows: Rows;
  readonly count: number | undefined;
  readonly open: Rows | undefined;
  readonly onShow: (rows: Rows | undefined) => void;
}

/** Opens a part of the fraction into its rows. */
function Opener({ rows, count, open, onShow }: OpenerProps) {
  const { t } = useTranslation('statistics');
  const isOpen = open === rows;
  return (
    <div className="not-on-paper">
      <Button
        variant="tertiary"
        data-size="sm"
        className={styles.opener}
        aria-expanded={isOpen}
        onClick={() => onShow(isOpen ? undefined : rows)}
      >
        {count === undefined
          ? t('explain.showRows')
          : t('explain.show', { count, number: numberInWords(count, currentLanguage()) })}
      </Button>
    </div>
  );
}
