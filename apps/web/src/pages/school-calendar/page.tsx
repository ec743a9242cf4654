import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Problem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { useMay, useSession } from '../../session/session.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { schoolYearInWords, schoolYearOf } from '../../words/school-years.js';
import type { Municipality } from './calendar.js';
import { CalendarForm } from './calendar-form.js';
import { CalendarShown } from './calendar-shown.js';
import styles from './school-calendar.module.css';

const KINDS = ['school', 'kindergarten'] as const;

/** School calendars of schools and kindergartens for one school year, and the form that changes them. */
export function Component() {
  const { t } = useTranslation('school-calendar');
  const mayChange = useMay('registry.manage');
  const municipality = useRead('/api/municipality', {}, { enabled: mayChange });
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayChange ? (
        <Answered of={municipality}>{(known) => <Years municipality={known} />}</Answered>
      ) : (
        <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />
      )}
    </Page>
  );
}

function Years({ municipality }: { readonly municipality: Municipality }) {
  const { t } = useTranslation('school-calendar');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const now = schoolYearOf(who.today);
  const year = Number(address.get('ar')) || now;
  return (
    <>
      <Field data-size="sm" className={styles.year}>
        <Label>{t('schoolYear')}</Label>
        <Select value={String(year)} onChange={({ target }) => setAddress({ ar: target.value }, { replace: true })}>
          {[...new Set([now - 1, now, now + 1, now + 2, year])].toSorted().map((it) => (
            <Select.Option key={it} value={String(it)}>
              {schoolYearInWords(it)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <div className={styles.kinds}>
        {KINDS.map((kind) => {
          const calendar = municipality.calendars.find((it) => it.schoolYear === year && it.kind === kind);
          return (
            <section key={`${kind} ${year}`} aria-labelledby={`calendar-${kind}`}>
              <CalendarShown kind={kind} year={year} calendar={calendar} />
              <CalendarForm kind={kind} year={year} calendar={calendar} />
            </section>
          );
        })}
      </div>
    </>
  );
}
