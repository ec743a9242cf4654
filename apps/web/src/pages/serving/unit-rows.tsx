import { Checkbox, Select } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/reads.js';
import { useShowAllRows } from '../../parts/rows-in-sight/show-all-rows.js';
import { Space } from '../../parts/rows-in-sight/space.js';
import { useRowsInSight } from '../../parts/rows-in-sight/use-rows-in-sight.js';
import type { Unit } from '../../parts/unit-link/all-units.js';
import { NEW_SERVICE, type Serves } from './serving.js';
import styles from './serving.module.css';

export type Member = Answer<'/api/people'>['items'][number];

interface UnitRowsProps {
  readonly units: readonly Unit[];
  readonly members: readonly Member[];
  readonly servesOf: (unit: Unit) => Serves;
  readonly isChanged: (unitId: string) => boolean;
  readonly onChange: (units: readonly Unit[], to: (serves: Serves) => Serves) => void;
}

const ROW_PX = 56;

/** One row for each unit; only the rows in sight are in the document. */
export function UnitRows({ units, members, servesOf, isChanged, onChange }: UnitRowsProps) {
  const { t } = useTranslation('serving');
  const table = useRef<HTMLTableElement>(null);
  const { showsAll, button } = useShowAllRows(units.length);
  const rows = useRowsInSight(table, { count: units.length, rowPx: ROW_PX, beyond: 12, all: showsAll });
  return (
    <>
      {button}
      <table ref={table} className={styles.table} aria-rowcount={units.length + 1}>
        <caption className="only-for-readers">{t('title')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('how')}</th>
          </tr>
        </thead>
        <tbody>
          <Space height={rows.before} columns={2} />
          {rows.indexes.map((index) => {
            const unit = units[index]!;
            const serves = servesOf(unit);
            return (
              <tr key={unit.unitId} ref={rows.measure} data-index={index} aria-rowindex={index + 2}>
                <th scope="row">
                  <Checkbox
                    data-size="sm"
                    label={unit.name}
                    {...(isChanged(unit.unitId) && { description: t('changed') })}
                    checked={serves !== null}
                    onChange={({ target }) => onChange([unit], () => (target.checked ? NEW_SERVICE : null))}
                  />
                </th>
                <td>
                  {serves !== null && (
                    <How
                      unit={unit}
                      serves={serves}
                      members={members}
                      onChange={(changed) => onChange([unit], () => changed)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
          <Space height={rows.after} columns={2} />
        </tbody>
      </table>
    </>
  );
}

interface HowProps {
  readonly unit: Unit;
  readonly serves: NonNullable<Serves>;
  readonly members: readonly Member[];
  readonly onChange: (serves: NonNullable<Serves>) => void;
}

/** The contact of the service at the unit, and whether it must attend. */
function How({ unit: { name }, serves, members, onChange }: HowProps) {
  const { t } = useTranslation('serving');
  const { contactId, mustAttend } = serves;
  const isOther = contactId !== null && !members.some(({ personId }) => personId === contactId);
  return (
    <div className={styles.how}>
      <Select
        data-size="sm"
        aria-label={t('contactAt', { unit: name })}
        value={contactId ?? ''}
        onChange={({ target }) => onChange({ ...serves, contactId: target.value || null })}
      >
        <Select.Option value="">{t('noContact')}</Select.Option>
        {isOther && <Select.Option value={contactId}>{t('otherContact')}</Select.Option>}
        {members.map((member) => (
          <Select.Option key={member.personId} value={member.personId}>
            {member.name}
          </Select.Option>
        ))}
      </Select>
      <Checkbox
        data-size="sm"
        label={
          <>
            {t('mustAttend')} <span className="only-for-readers">{t('at', { unit: name })}</span>
          </>
        }
        checked={mustAttend}
        onChange={({ target }) => onChange({ ...serves, mustAttend: target.checked })}
      />
    </div>
  );
}
