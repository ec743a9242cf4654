import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/reads.js';
import { currentLanguage } from '../../../words/language.js';
import { longMonth } from '../../../words/dates.js';
import styles from './lists.module.css';

export type Matter = Answer<'/api/follow-up'>['items'][number]['matters'][number];

/** Page with all of a matter; a missing month has none except this one. */
export const placeOf = ({ kind, subjectId }: Pick<Matter, 'kind' | 'subjectId'>): string | undefined => {
  if (kind === 'month-missing') return undefined;
  return kind === 'protocol-late' || kind === 'meeting-unconfirmed' ? `/moter/${subjectId}` : `/tiltak/${subjectId}`;
};

/** Overdue matters of the unit, those of the selected month first. */
export function OverdueList({
  matters,
  month,
}: {
  readonly matters: readonly Matter[];
  readonly month: string | undefined;
}) {
  const { t } = useTranslation('follow-up');
  if (matters.length === 0) return null;
  const ofMonth = matters.filter((it) => month !== undefined && it.month === month);
  const sorted = [...ofMonth, ...matters.filter((it) => !ofMonth.includes(it))];
  return (
    <section aria-labelledby="matters">
      <Heading level={3} data-size="2xs" id="matters">
        {t('panel.matters')}
      </Heading>
      <ul className={styles.list}>
        {sorted.map((matter) => (
          <li key={matter.id}>
            <MatterShown matter={matter} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MatterShown({ matter }: { readonly matter: Matter }) {
  const { about, owner, text, month } = matter;
  const to = placeOf(matter);
  if (to === undefined) return <>{text}</>;
  if (about === null)
    return (
      <>
        {month && <span className={styles.quiet}>{longMonth(month, currentLanguage())}</span>}
        <Link to={to}>{text}</Link>
      </>
    );
  return (
    <>
      <Link to={to}>{about}</Link>
      <span className={styles.quiet}>
        {owner?.name && `${owner.name}. `}
        {text}
      </span>
    </>
  );
}
