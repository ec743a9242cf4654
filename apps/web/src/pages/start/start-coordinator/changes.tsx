import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { Empty } from '../../../parts/states/states.js';
import { longDay, shortDay } from '../../../words/dates.js';
import styles from './changes.module.css';
import { Section } from './section.js';

type Changes = Answer<'/api/start/coordinator'>['changes'];
type Line = Changes['lines'][number];
const COUNTED = ['held', 'filed', 'completed', 'overdue'] as const;

/** Changes since the last working day: counts and examples. */
export function Changes({
  changes: { since, counts, lines },
  today,
}: {
  readonly changes: Changes;
  readonly today: string;
}) {
  const { t } = useTranslation('start-coordinator');
  const language = currentLanguage();
  const day = longDay(since, language, today);
  return (
    <Section id="changes" title={t('changes.title', { day })}>
      {COUNTED.every((what) => counts[what] === 0) ? (
        <Empty title={t('changes.none', { day })}>{t('changes.noneDetail')}</Empty>
      ) : (
        <>
          <dl className={styles.counts}>
            {COUNTED.map((what) => (
              <div key={what} data-none={counts[what] === 0}>
                <dt>{t(`changes.${what}`, { count: counts[what] })}</dt>
                <dd>{counts[what]}</dd>
              </div>
            ))}
          </dl>
          <ul className={styles.lines} aria-label={t('changes.lines')}>
            {lines.map((line) => (
              <li key={`${line.kind} ${line.meetingId ?? line.actionId}`}>
                <span className={styles.kind}>{t(`changes.kinds.${line.kind}`)}</span>
                <span className={styles.what}>
                  <Link to={placeOf(line)}>{line.text ?? line.unit.name}</Link>
                  {line.text !== null && <span className={styles.unit}>{line.unit.name}</span>}
                </span>
                <time dateTime={line.on} className={styles.day}>
                  {shortDay(line.on, language, today)}
                </time>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

const placeOf = ({ actionId, meetingId }: Line): string =>
  actionId === null ? `/moter/${meetingId}` : `/tiltak/${actionId}`;
