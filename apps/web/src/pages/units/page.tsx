import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { matchingItems } from '#platform/kernel/plain';
import { Page } from '../../shell/page.js';
import { rightOf } from '../../session/held-rights.js';
import { useMay, useSession } from '../../session/session.js';
import { ChoiceFilter, SearchFilter } from '../../parts/list-filters/list-filters.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { useWaitingSignIns } from '../../parts/waiting-sign-ins/waiting-sign-ins.js';
import { byName } from '../../words/names.js';
import { stateOf, useAllUnits, type Unit, type UnitState } from '../../parts/unit-link/all-units.js';
import { Space } from '../../parts/rows-in-sight/space.js';
import { useShowAllRows } from '../../parts/rows-in-sight/show-all-rows.js';
import { useRowsInSight } from '../../parts/rows-in-sight/use-rows-in-sight.js';
import styles from './units.module.css';

const STATES: readonly UnitState[] = ['meets', 'guest', 'exempt', 'closed'];

/** The register of schools and kindergartens. Filters stand in the address; what is searched for does not. */
export function Component() {
  const { t } = useTranslation('units');
  const units = useAllUnits();
  const managesRegistry = useMay('registry.manage');
  const { who } = useSession();
  const seesAgreements = rightOf(who, 'board.read')?.everywhere ?? false;
  const { waiting } = useWaitingSignIns();
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {seesAgreements && <Link to="/oppfolging/avtaler">{t('agreements')}</Link>}
          <Link to="/organisasjon">{t('organisation')}</Link>
          {managesRegistry && (
            <>
              <Link to="/personer">{t('people')}</Link>
              <Link to="/tjenester">{t('services')}</Link>
              <Link to="/enheter/faste-deltakere">{t('standing')}</Link>
              <Link to="/enheter/ny">{t('new')}</Link>
              <Link to="/import">{t('import')}</Link>
              <Link to="/innlogginger">{waiting > 0 ? t('signInsWaiting', { count: waiting }) : t('signIns')}</Link>
            </>
          )}
        </>
      }
    >
      <Answered of={units}>{(all) => <Register units={all} />}</Answered>
    </Page>
  );
}

function Register({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useTranslation('units');
  const mayImport = useMay('registry.manage');
  const { who } = useSession();
  const [address, setAddress] = useSearchParams();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const [kind, area, state] = [address.get('type'), address.get('omrade'), address.get('status')];
  const areas = useMemo(() => [...new Set(units.flatMap((it) => it.area ?? []))].toSorted(byName), [units]);
  const shown = useMemo(
    () =>
      matchingItems(
        units.filter(
          (it) =>
            (!kind || it.kind === kind) &&
            (!area || it.area === area) &&
            (state ? stateOf(it, who.today) === state : stateOf(it, who.today) !== 'closed'),
        ),
        text,
        ({ name, unitId }) => `${name} ${unitId}`,
      ).toSorted((a, b) => byName(a.name, b.name)),
    [units, kind, area, state, text, who.today],
  );
  const { showsAll, button } = useShowAllRows(shown.length);
  const put = (key: string, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  if (units.length === 0)
    return (
      <Empty
        title={t('empty.title')}
        action={
          mayImport && (
            <div className={styles.first}>
              <Link to="/import">{t('import')}</Link>
              <Link to="/enheter/ny">{t('new')}</Link>
            </div>
          )
        }
      >
        {t(mayImport ? 'empty.detailManage' : 'empty.detail')}
      </Empty>
    );
  return (
    <>
      <div className={styles.filters}>
        <SearchFilter label={t('search')} typed={typed} onType={setTyped} />
        <ChoiceFilter label={t('kind')} value={kind} onChange={(it) => put('type', it)}>
          {(['school', 'kindergarten'] as const).map((it) => [it, t(`kinds.${it}`)])}
        </ChoiceFilter>
        {areas.length > 0 && (
          <ChoiceFilter label={t('area')} value={area} onChange={(it) => put('omrade', it)}>
            {areas.map((it) => [it, it])}
          </ChoiceFilter>
        )}
        <ChoiceFilter label={t('state')} value={state} first={t('open')} onChange={(it) => put('status', it)}>
          {STATES.map((it) => [it, t(`states.${it}`)])}
        </ChoiceFilter>
      </div>
      <p className={styles.count} role="status">
        {t('count', { count: shown.length })}
      </p>
      {button}
      {shown.length === 0 ? (
        <Empty title={t('none')} />
      ) : (
        <Rows units={shown} withArea={areas.length > 0} today={who.today} showsAll={showsAll} />
      )}
    </>
  );
}

const ROW_PX = 44;

/** Only the rows in sight are in the document; on paper all are. */
function Rows({
  units,
  withArea,
  today,
  showsAll,
}: {
  /** Every row is in the document, for the browser's own search. */
  readonly showsAll: boolean;
  readonly units: readonly Unit[];
  /** A municipality need not have areas; then there is no column of them. */
  readonly withArea: boolean;
  readonly today: string;
}) {
  const { t, i18n } = useTranslation('units');
  const table = useRef<HTMLTableElement>(null);
  const rows = useRowsInSight(table, { count: units.length, rowPx: ROW_PX, beyond: 12, all: showsAll });
  const number = new Intl.NumberFormat(i18n.language);
  const columns = withArea ? 5 : 4;
  return (
    <table ref={table} className={styles.table} aria-rowcount={units.length + 1}>
      <caption className="only-for-readers">{t('title')}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          {withArea && (
            <th scope="col" className={styles.wide}>
              {t('area')}
            </th>
          )}
          <th scope="col" className={`${styles.number} ${styles.wide}`}>
            {t('children')}
          </th>
          <th scope="col" className={styles.wide}>
            {t('state')}
          </th>
        </tr>
      </thead>
      <tbody>
        <Space height={rows.before} columns={columns} />
        {rows.indexes.map((index) => {
          const unit = units[index]!;
          return (
            <tr key={unit.unitId} ref={rows.measure} data-index={index} aria-rowindex={index + 2}>
              <th scope="row">
                {unit.may.includes('open') ? <Link to={`/enheter/${unit.unitId}`}>{unit.name}</Link> : unit.name}
              </th>
              <td>
                {t(`kind1.${unit.kind}`)}
                {unit.ownership === 'private' && <span className={styles.quiet}> · {t('private')}</span>}
              </td>
              {withArea && <td className={styles.wide}>{unit.area ?? ''}</td>}
              <td className={`${styles.number} ${styles.wide}`}>
                {unit.children === null ? '' : number.format(unit.children)}
              </td>
              <td className={styles.wide}>{t(`states.${stateOf(unit, today)}`)}</td>
            </tr>
          );
        })}
        <Space height={rows.after} columns={columns} />
      </tbody>
    </table>
  );
}
