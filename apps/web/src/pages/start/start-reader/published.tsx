import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useRead, type Answer } from '../../../api/reads.js';
import { Section } from '../../../parts/section/section.js';
import { Answered, Empty } from '../../../parts/states/states.js';
import { useSession } from '../../../session/session.js';
import { longDay } from '../../../words/dates.js';
import { currentLanguage } from '../../../words/language.js';
import { numberInWords, shareInWords } from '../../../words/numbers.js';
import { periodInWords } from './period-in-words.js';
import styles from './reader-start.module.css';

type Publication = Answer<'/api/publications'>['publications'][number];

/** Periods named; the public page has all. */
const NAMED = 5;

/** The municipality's publications, with the figures of the latest period. */
export function Published() {
  const { t } = useTranslation('start-reader');
  const { who } = useSession();
  const address = `/publisert/${who.municipality.number}`;
  const published = useRead('/api/publications');
  return (
    <Section id="published" title={t('published.title')} lead={t('published.lead')}>
      <Answered of={published}>
        {({ publications, latest }) => {
          const [first] = publications;
          if (!first || !latest) return <Empty title={t('published.none')}>{t('published.noneDetail')}</Empty>;
          const periods = publications.filter(
            ({ period }, i) => publications.findIndex((it) => it.period === period) === i,
          );
          return (
            <>
              <LatestFigures heading={first} figures={latest} />
              <ul className={styles.periods}>
                {periods.slice(0, NAMED).map((it) => (
                  <li key={it.period}>
                    <a href={`${address}/${it.period}`}>{periodInWords(it.period, t)}</a>
                    <Paragraph data-size="sm">{publishedInWords(it, who.today, t)}</Paragraph>
                  </li>
                ))}
              </ul>
              <a href={address}>{t('published.all')}</a>
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

type T = ReturnType<typeof useTranslation<'start-reader'>>['t'];

const publishedInWords = ({ version, publishedOn }: Publication, today: string, t: T): string =>
  t('published.version', { version, day: longDay(publishedOn, currentLanguage(), today) });

type Latest = NonNullable<Answer<'/api/publications'>['latest']>;

/** The figures of the latest publication that are shares; a hidden one is «:». */
function LatestFigures({ heading, figures }: { readonly heading: Publication; readonly figures: Latest }) {
  const { t } = useTranslation('start-reader');
  const language = currentLanguage();
  return (
    <>
      <Paragraph>{t('published.latest', { period: periodInWords(heading.period, t) })}</Paragraph>
      <dl className={styles.figures}>
        {figures.map(({ indicator, name, figure }) => (
          <div key={indicator}>
            <dt>{name[language]}</dt>
            <dd>
              {'hidden' in figure ? (
                <>
                  <strong aria-hidden>:</strong> <span>{t('published.hidden')}</span>
                </>
              ) : (
                <>
                  <strong>{shareInWords(figure.numerator, figure.denominator, language) ?? '–'}</strong>{' '}
                  <span>
                    {t('published.of', {
                      part: numberInWords(figure.numerator, language),
                      whole: numberInWords(figure.denominator, language),
                    })}
                  </span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
