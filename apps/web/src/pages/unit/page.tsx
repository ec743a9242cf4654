import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import { useMay, useSession } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import { ActionRows } from '../../parts/action-row/action-rows.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { longDay, timeOfDay } from '../../words/dates.js';
import { schoolYearInWords } from '../../words/school-years.js';
import { Closing } from '../../parts/closing/closing.js';
import { AgreementShown } from './agreement.js';
import { UnitDetailsShown } from './unit-details.js';
import { UnitSection, type Overview } from './unit-section.js';
import { ServicesShown } from './services.js';
import { StandingParticipants } from './standing-participants.js';
import { YearStrip } from './year-strip.js';
import styles from './unit.module.css';

/** A unit's own page: its year, next meeting, open actions and standing participants. */
export function Component() {
  const { t } = useTranslation('unit');
  const { unitId = '' } = useParams();
  const [address] = useSearchParams();
  const schoolYear = Number(address.get('ar')) || undefined;
  const overview = useRead(
    '/api/units/{unitId}/overview',
    { path: { unitId }, ...(schoolYear && { query: { schoolYear } }) },
    { keepWhileAsking: true },
  );
  const { data } = overview;
  if (!data || data.unitId !== unitId)
    return (
      <Page title={t('title')}>
        <Answered of={{ ...overview, data: undefined }}>{() => null}</Answered>
      </Page>
    );
  const about = [
    t(`kinds.${data.kind}`),
    data.ownership === 'private' && t('private'),
    data.area,
    data.children !== null && t('children', { count: data.children }),
  ].filter(Boolean);
  return (
    <Page title={data.name} lead={about.join(' · ')}>
      <Unit unit={data} />
    </Page>
  );
}

function Unit({ unit }: { readonly unit: Overview }) {
  const { t } = useTranslation('unit');
  const language = currentLanguage();
  const { who } = useSession();
  const managesRegistry = useMay('registry.manage');
  const { nextMeeting: next, leaders } = unit;
  return (
    <div className={styles.unit}>
      <div className={styles.main}>
        <YearStrip unit={unit} />
        <UnitSection title={t('next.title')}>
          {next ? (
            <Paragraph>
              <Link to={`/moter/${next.meetingId}`}>
                {t('next.at', { day: longDay(next.on, language, who.today), time: timeOfDay(next.startsAt, language) })}
              </Link>
              {next.place && `, ${next.place}`}
            </Paragraph>
          ) : (
            <Paragraph className={styles.quiet}>{t('next.none')}</Paragraph>
          )}
          {unit.may.includes('plan') && (
            <Paragraph>
              <Link to="/arsplan">{t('next.plan', { year: schoolYearInWords(unit.schoolYear) })}</Link>
            </Paragraph>
          )}
        </UnitSection>
        <AgreementShown unitId={unit.unitId} schoolYear={unit.schoolYear} />
        <OpenActions unit={unit} />
      </div>
      <div className={styles.side}>
        <UnitSection title={t('leaders.title')}>
          {leaders.length === 0 ? (
            <Paragraph className={styles.quiet}>{t('leaders.none')}</Paragraph>
          ) : (
            <ul className={styles.plain}>
              {leaders.map(({ personId, name, role }) => (
                <li key={`${personId} ${role}`}>
                  <PersonLink personId={personId} name={name} />{' '}
                  <span className={styles.quiet}>{t(`leaders.${role}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </UnitSection>
        <StandingParticipants unit={unit} mayChange={unit.may.includes('manage')} />
        <ServicesShown unit={unit} />
        {managesRegistry && <UnitDetailsShown unitId={unit.unitId} />}
        <Closing of={{ kind: 'unit', id: unit.unitId, closures: unit.closures }} />
      </div>
    </div>
  );
}

const SHOWN = 20;

/** Actions of the unit, overdue first. Hidden from users who may read none of them. */
function OpenActions({ unit }: { readonly unit: Overview }) {
  const { t } = useTranslation('unit');
  const actions = useRead('/api/actions', { query: { unit: unit.unitId, status: 'open', size: SHOWN } });
  if (actions.error?.isNotForYou) return null;
  return (
    <UnitSection title={t('actions.title')}>
      <Answered of={actions}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <Paragraph className={styles.quiet}>{t('actions.none')}</Paragraph>}
            <ActionRows groups={[{ key: 'open', actions: items }]} withUnit={false} />
            {total > items.length && (
              <Paragraph>
                <Link to={`/tiltak?enhet=${unit.unitId}`}>{t('actions.all', { count: total })}</Link>
              </Paragraph>
            )}
          </>
        )}
      </Answered>
    </UnitSection>
  );
}
