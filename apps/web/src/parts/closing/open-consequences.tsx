import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Answered } from '../states/states.js';
import { longDay, type Day } from '../../words/dates.js';
import type { Closable } from './closable.js';
import styles from './closing.module.css';

interface LeftBehindProps {
  readonly of: Closable;
  readonly lastDay: Day;
  readonly isClosed: boolean;
}
type OfUnit = Answer<'/api/units/{unitId}/closing'>;
type OfService = Answer<'/api/services/{serviceId}/closing'>;
type Left = Partial<OfUnit & OfService>;

const KEPT = { keepWhileAsking: true } as const;

/** Open consequences of closing, shown before the decision and as long as any remain. */
export function OpenConsequences(props: LeftBehindProps) {
  const { kind } = props.of;
  if (kind === 'unit') return <OfAUnit {...props} />;
  return kind === 'service' ? <OfAService {...props} /> : <OfAServiceUnit {...props} />;
}

function OfAUnit(props: LeftBehindProps) {
  const path = { unitId: props.of.id };
  const left = useRead('/api/units/{unitId}/closing', { path, query: { on: props.lastDay } }, KEPT);
  return <Answered of={left}>{(it) => <Lists left={it} {...props} />}</Answered>;
}
function OfAService(props: LeftBehindProps) {
  const path = { serviceId: props.of.id };
  const left = useRead('/api/services/{serviceId}/closing', { path, query: { on: props.lastDay } }, KEPT);
  return <Answered of={left}>{(it) => <Lists left={it} {...props} />}</Answered>;
}
function OfAServiceUnit(props: LeftBehindProps) {
  const path = { serviceUnitId: props.of.id };
  const left = useRead('/api/service-units/{serviceUnitId}/closing', { path, query: { on: props.lastDay } }, KEPT);
  return <Answered of={left}>{(it) => <Lists left={it} {...props} />}</Answered>;
}

interface Row {
  readonly key: string;
  readonly text: string;
  readonly to?: string;
  readonly about?: string | null;
}

function Lists({ left, of: { kind }, lastDay, isClosed }: LeftBehindProps & { readonly left: Left }) {
  const { t } = useTranslation('closing');
  const { meetings = [], actions = [], roles = [], guests = [], units = [], services = [] } = left;
  const lists: readonly (readonly [string, readonly Row[]])[] = [
    [
      t('left.meetings', { count: meetings.length }),
      meetings.map(({ meetingId, on }) => ({
        key: meetingId,
        text: longDay(on, currentLanguage(), lastDay),
        to: `/moter/${meetingId}`,
      })),
    ],
    [
      t(isClosed ? 'left.actionsNow' : 'left.actions', { count: actions.length }),
      actions.map(({ actionId, text, owner }) => ({ key: actionId, text, to: `/tiltak/${actionId}`, about: owner })),
    ],
    [
      t(`${kind}.roles`, { count: roles.length }),
      roles.map(({ personId, name, role }) => ({
        key: `${personId} ${role}`,
        text: name,
        to: `/personer/${personId}`,
      })),
    ],
    [t('left.guests', { count: guests.length }), guests.map(unitRow)],
    [t('left.units', { count: units.length }), units.map(unitRow)],
    [
      t('left.services', { count: services.length }),
      services.map(({ serviceId, name }) => ({ key: serviceId, text: name, to: `/tjenester/${serviceId}` })),
    ],
  ];
  const shown = lists.filter(([, rows]) => rows.length > 0);
  if (shown.length === 0) return <Paragraph className={styles.quiet}>{t('left.nothing')}</Paragraph>;
  return (
    <ul className={styles.plain}>
      {shown.map(([heading, rows]) => (
        <li key={heading}>
          {heading}
          <ul>
            {rows.map(({ key, text, to, about }) => (
              <li key={key}>
                {to ? <Link to={to}>{text}</Link> : text}
                {about && <span className={styles.quiet}> {about}</span>}
              </li>
            ))}
          </ul>
        </li>
      ))}
      {actions.length > 0 && isClosed && (
        <li>
          <Link to="/oppfolging/uten-ansvarlig">{t('left.orphans')}</Link>
        </li>
      )}
    </ul>
  );
}

const unitRow = ({ unitId, name }: { readonly unitId: string; readonly name: string }): Row => ({
  key: unitId,
  text: name,
  to: `/enheter/${unitId}`,
});
