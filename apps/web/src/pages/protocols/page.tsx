import { Field, Label, Select, Tag } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listed } from '#platform/kernel/plain';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { MeetingLinks } from '../../parts/page-links/meeting-links.js';
import { Page } from '../../shell/page.js';
import { rightOf } from '../../session/held-rights.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { Pages } from '../../parts/pages/pages.js';
import { shortDay } from '../../words/dates.js';
import { schoolYearInWords } from '../../words/school-years.js';
import { byName } from '../../words/names.js';
import { useAllUnits } from '../../parts/unit-link/all-units.js';
import styles from './protocols.module.css';

type Protocol = Answer<'/api/protocols'>['items'][number];
const SIZE = 25;
const KINDS = ['ordinary', 'extraordinary', 'joint'] as const;
const YEARS = 4;

/** Filed protocols that the user may read, latest first; the filters are in the URL. */
export function Component() {
  const { t } = useTranslation('protocols');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const unitId = address.get('enhet') ?? '';
  const year = Number(address.get('ar')) || undefined;
  const kind = KINDS.find((it) => it === address.get('type'));
  const late = address.get('levert');
  const page = Math.max(1, Number(address.get('side')) || 1);
  const protocols = useRead(
    '/api/protocols',
    {
      query: {
        page,
        size: SIZE,
        ...(unitId && { unitId }),
        ...(year && { schoolYear: year }),
        ...(kind && { kind }),
        ...((late === 'for-sent' || late === 'i-tide') && { filedLate: late === 'for-sent' ? 'true' : 'false' }),
      },
    },
    { keepWhileAsking: true },
  );
  const units = useAllUnits();
  const names = useMemo(() => new Map(units.data?.map((it) => [it.unitId, it.name])), [units.data]);
  // the filter lists only units whose protocols the user may read
  const reads = rightOf(who, 'protocol.read');
  const reachesAll = reads !== undefined && (reads.everywhere || reads.elsewhere);
  const own = new Set<string>(reads?.unitIds);
  const choices = (units.data ?? [])
    .filter((it) => reachesAll || own.has(it.unitId))
    .toSorted((a, b) => byName(a.name, b.name));
  const now = Number(who.today.slice(5, 7)) >= 8 ? Number(who.today.slice(0, 4)) : Number(who.today.slice(0, 4)) - 1;
  const put = (key: string, value: string) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (key !== 'side') next.delete('side');
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    });
  const isFiltered = ['enhet', 'ar', 'type', 'levert'].some((key) => address.has(key));
  return (
    <Page title={t('title')}>
      <MeetingLinks />
      <div className={styles.filters}>
        {choices.length > 1 && (
          <Field data-size="sm">
            <Label>{t('unit')}</Label>
            <Select value={unitId} onChange={({ target }) => put('enhet', target.value)}>
              <Select.Option value="">{t('all')}</Select.Option>
              {choices.map((it) => (
                <Select.Option key={it.unitId} value={it.unitId}>
                  {it.name}
                </Select.Option>
              ))}
            </Select>
          </Field>
        )}
        <Field data-size="sm">
          <Label>{t('year')}</Label>
          <Select value={String(year ?? '')} onChange={({ target }) => put('ar', target.value)}>
            <Select.Option value="">{t('all')}</Select.Option>
            {Array.from({ length: YEARS }, (_, i) => now - i).map((it) => (
              <Select.Option key={it} value={String(it)}>
                {schoolYearInWords(it)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field data-size="sm">
          <Label>{t('kind')}</Label>
          <Select value={kind ?? ''} onChange={({ target }) => put('type', target.value)}>
            <Select.Option value="">{t('all')}</Select.Option>
            {KINDS.map((it) => (
              <Select.Option key={it} value={it}>
                {t(`kinds.${it}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field data-size="sm">
          <Label>{t('filed')}</Label>
          <Select value={late ?? ''} onChange={({ target }) => put('levert', target.value)}>
            <Select.Option value="">{t('all')}</Select.Option>
            <Select.Option value="i-tide">{t('inTime')}</Select.Option>
            <Select.Option value="for-sent">{t('late')}</Select.Option>
          </Select>
        </Field>
      </div>
      <Answered of={protocols}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={t(isFiltered ? 'none' : 'empty.title')}>{!isFiltered && t('empty.detail')}</Empty>
          ) : (
            <>
              <p className={styles.count} role="status">
                {t('count', { count: total })}
              </p>
              <ul className={styles.list} aria-label={t('title')} aria-busy={protocols.isPlaceholderData}>
                {items.map((it) => (
                  <ProtocolLine
                    key={it.meetingId}
                    protocol={it}
                    unitName={(id) => names.get(id) ?? id}
                    today={who.today}
                  />
                ))}
              </ul>
              <Pages page={page} total={total} size={SIZE} onChange={(it) => put('side', it === 1 ? '' : String(it))} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function ProtocolLine({
  protocol,
  unitName,
  today,
}: {
  readonly protocol: Protocol;
  readonly unitName: (unitId: string) => string;
  readonly today: string;
}) {
  const { t } = useTranslation('protocols');
  const language = currentLanguage();
  const { meetingId, unitIds, kind, heldOn, filedOn, filedLate, correctedOn, headings, matters, actions } = protocol;
  const matched = headings.flatMap(({ heading }) => heading ?? []);
  return (
    <li className={styles.line}>
      <div className={styles.day}>{shortDay(heldOn, language, today)}</div>
      <div>
        <Link to={`/moter/${meetingId}`}>{listed(unitIds.map(unitName), currentLanguage())}</Link>
        {kind !== null && kind !== 'ordinary' && <span className={styles.quiet}> · {t(`kind1.${kind}`)}</span>}
        {matched.length > 0 && <div>{matched.join(' · ')}</div>}
        <div className={styles.quiet}>
          {t('matters', { count: matters })}, {t('actions', { count: actions })} ·{' '}
          {t('filedOn', { day: shortDay(filedOn, language, today) })}
          {correctedOn !== null && ` · ${t('corrected', { day: shortDay(correctedOn, language, today) })}`}{' '}
          {filedLate && (
            <Tag data-color="warning" data-size="sm">
              ! {t('late')}
            </Tag>
          )}
        </div>
      </div>
    </li>
  );
}
