import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { lazyPart } from '../../parts/lazy-part/lazy-part.js';
import { MeetingLinks } from '../../parts/page-links/meeting-links.js';
import { Page } from '../../shell/page.js';
import { useMay, useSession } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { addDays } from '../../words/dates.js';
import { schoolYearInWords, schoolYearOf } from '../../words/school-years.js';
import { MeetingList } from './meeting-list.js';
import styles from './meetings.module.css';

/** Loaded when a user plans a meeting; most only view the page. */
const NewMeeting = lazyPart(async () => (await import('./new-meeting.js')).NewMeeting);

const NEXT_SHOWN = 10;
const PAST_SHOWN = 20;
const WAITING_SHOWN = 20;
/** Days ahead shown without searching. */
const AHEAD_DAYS = 100;
/** An organisation number. */
const UNIT_ID = /^\d{9}$/;
/** Most meetings per answer; covers a school year of all units a user serves. */
const OF_YEAR = 200;

/** The user's meetings: coming, waiting for a protocol, and past. */
export function Component() {
  const { t } = useTranslation('meetings');
  const { who } = useSession();
  const [search, setSearch] = useSearchParams();
  const [planning, setPlanning] = useState(false);
  const [allWaiting, setAllWaiting] = useState(false);
  const mayPlan = useMay('meeting.plan');
  const page = Number(search.get('side')) || 1;
  const year = Number(search.get('ar')) || undefined;
  const unitId = UNIT_ID.exec(search.get('enhet') ?? '')?.[0];
  const ofUnit = unitId === undefined ? {} : { unitId };
  const next =
    year === undefined
      ? ({ ...ofUnit, when: 'coming', to: addDays(who.today, AHEAD_DAYS), size: NEXT_SHOWN } as const)
      : ({ ...ofUnit, when: 'coming', schoolYear: year, size: OF_YEAR } as const);
  const waiting = useRead(
    '/api/meetings',
    {
      query: {
        ...ofUnit,
        awaits: 'protocol',
        when: 'past',
        order: 'latest',
        size: allWaiting ? OF_YEAR : WAITING_SHOWN,
      },
    },
    { keepWhileAsking: true },
  );
  const coming = useRead('/api/meetings', { query: next });
  const past = useRead(
    '/api/meetings',
    // those that wait are listed above
    { query: { ...ofUnit, when: 'past', awaits: 'nothing', order: 'latest', page, size: PAST_SHOWN } },
    { keepWhileAsking: true },
  );
  /** The same unit in another year or on another page. */
  const addressOf = (other: Record<'ar', string> | Record<'side', string>) =>
    `?${new URLSearchParams({ ...(unitId !== undefined && { enhet: unitId }), ...other }).toString()}`;
  return (
    <Page
      title={t('title')}
      actions={
        mayPlan && (
          <Button variant="secondary" data-size="sm" onClick={() => setPlanning(true)}>
            <PlusIcon aria-hidden /> {t('new.do')}
          </Button>
        )
      }
    >
      <MeetingLinks />
      {unitId !== undefined && <OnlyOf unitId={unitId} />}
      <section aria-labelledby="coming" className={styles.part}>
        <Heading level={2} data-size="xs" id="coming">
          {year === undefined ? t('coming.title') : t('coming.ofYear', { year: schoolYearInWords(year) })}
        </Heading>
        <Answered of={coming}>
          {({ items, total }) => {
            return items.length === 0 ? (
              <Empty title={t('coming.none')}>{t('coming.noneWhat')}</Empty>
            ) : (
              <>
                <MeetingList meetings={items} />
                {year === undefined && total > items.length && (
                  <Link to={addressOf({ ar: String(schoolYearOf(who.today)) })}>
                    {t('coming.all', { year: schoolYearInWords(schoolYearOf(who.today)) })}
                  </Link>
                )}
                {year !== undefined && total > items.length && (
                  <Paragraph>{t('coming.some', { shown: items.length, total })}</Paragraph>
                )}
              </>
            );
          }}
        </Answered>
      </section>
      {year === undefined && waiting.data && waiting.data.items.length > 0 && (
        <section aria-labelledby="waiting" className={styles.part}>
          <Heading level={2} data-size="xs" id="waiting">
            {t('waiting.title', { count: waiting.data.total })}
          </Heading>
          <Paragraph className={styles.lead}>
            {t(
              waiting.data.items.some(({ may }) => may.includes('file')) ? 'waiting.leadMayFile' : 'waiting.leadOthers',
            )}
          </Paragraph>
          <MeetingList meetings={waiting.data.items} strong />
          {waiting.data.total > WAITING_SHOWN && (
            <Button variant="tertiary" data-size="sm" onClick={() => setAllWaiting(!allWaiting)}>
              {allWaiting ? t('waiting.fewer') : t('waiting.all', { count: waiting.data.total })}
            </Button>
          )}
          {allWaiting && waiting.data.total > waiting.data.items.length && (
            <Paragraph>{t('coming.some', { shown: waiting.data.items.length, total: waiting.data.total })}</Paragraph>
          )}
        </section>
      )}
      {year === undefined && (
        <section aria-labelledby="past" className={styles.part}>
          <Heading level={2} data-size="xs" id="past">
            {t('past.title')}
          </Heading>
          <Answered of={past}>
            {({ items, total }) =>
              total === 0 ? (
                <Empty title={t('past.none')}>{t('past.noneWhat')}</Empty>
              ) : (
                <>
                  <MeetingList meetings={items} />
                  {total > PAST_SHOWN && (
                    <nav className={styles.pages} aria-label={t('past.pages')}>
                      <Button
                        variant="tertiary"
                        data-size="sm"
                        disabled={page <= 1}
                        onClick={() => setSearch(addressOf({ side: String(page - 1) }))}
                      >
                        {t('past.newer')}
                      </Button>
                      <span>{t('past.page', { page, pages: Math.ceil(total / PAST_SHOWN) })}</span>
                      <Button
                        variant="tertiary"
                        data-size="sm"
                        disabled={page * PAST_SHOWN >= total}
                        onClick={() => setSearch(addressOf({ side: String(page + 1) }))}
                      >
                        {t('past.older')}
                      </Button>
                    </nav>
                  )}
                </>
              )
            }
          </Answered>
        </section>
      )}
      {planning && <NewMeeting onDone={() => setPlanning(false)} />}
    </Page>
  );
}

/** Says that the lists are those of one unit, and leads to those of all. */
function OnlyOf({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('meetings');
  const units = useRead('/api/units', { query: { size: 200 } }, { staleTime: Infinity });
  const name = units.data?.items.find((unit) => unit.unitId === unitId)?.name ?? unitId;
  return (
    <Paragraph className={styles.lead}>
      {t('ofUnit.only', { unit: name })} <Link to="/moter">{t('ofUnit.all')}</Link>
    </Paragraph>
  );
}
