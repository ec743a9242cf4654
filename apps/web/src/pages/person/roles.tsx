import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { Section } from '../../parts/section/section.js';
import { ServiceLink } from '../../parts/service-link/service-link.js';
import { UnitLink } from '../../parts/unit-link/unit-link.js';
import { shortDay, type Day } from '../../words/dates.js';
import { EndRole } from './end-role.js';
import { GiveRole } from './give-role.js';
import type { Person, Role } from './person.js';
import styles from './person.module.css';

/** Current and later roles, then ended ones. The coordinator ends a role here. */
export function Roles({ person, mayManage }: { readonly person: Person; readonly mayManage: boolean }) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const announce = useAnnounce();
  const [ending, setEnding] = useState<string>();
  const [giving, setGiving] = useState(false);
  const [gaveRole, setGaveRole] = useState(false);
  // The role whose button takes the focus when its form closes.
  const [cameBack, setCameBack] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const current = person.roles.filter(({ to }) => to === null || to >= today);
  const ended = person.roles.filter((role) => !current.includes(role));
  useEffect(() => {
    if (cameBack === undefined) return;
    const button = list.current?.querySelector<HTMLElement>(`[data-role="${cameBack}"] button`);
    (button ?? list.current)?.focus();
  }, [cameBack]);
  const close = (roleId: string) => {
    setEnding(undefined);
    setCameBack(roleId);
  };
  const row = (role: Role) => (
    <li key={role.roleId} data-role={role.roleId}>
      <div>
        <strong>{t(`parts:roles.${role.role}`)}</strong> <Where role={role} />
        <div className={styles.quiet}>
          {t(period(role, today), days(role, today))}
          {role.absentName !== null && `. ${t('substitutes.standsInFor', { name: role.absentName })}`}
        </div>
      </div>
      {mayManage && current.includes(role) && ending !== role.roleId && (
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t('end.of', { role: t(`parts:roles.${role.role}`), place: role.place ?? '' })}
          onClick={() => {
            setCameBack(undefined);
            setEnding(role.roleId);
          }}
        >
          {role.to === null ? t('end.open') : t('end.change')}
        </Button>
      )}
      {ending === role.roleId && (
        <EndRole
          person={person}
          role={role}
          onCancel={() => close(role.roleId)}
          onDone={(on) => {
            announce(on === null ? t('end.doneNow') : t('end.done', { day: shortDay(on, currentLanguage(), today) }));
            close(role.roleId);
          }}
        />
      )}
    </li>
  );
  return (
    <Section id="roles" title={t('roles.title')}>
      <div ref={list} tabIndex={-1} className={styles.list}>
        {current.length === 0 && <Paragraph className={styles.quiet}>{t('roles.none')}</Paragraph>}
        <ul className={styles.roles}>{current.map(row)}</ul>
        {mayManage &&
          (giving ? (
            <GiveRole
              person={person}
              onClose={() => {
                setGiving(false);
                setGaveRole(true);
              }}
            />
          ) : (
            <div className={styles.buttons}>
              <Button variant="secondary" data-size="sm" autoFocus={gaveRole} onClick={() => setGiving(true)}>
                {t('give.open')}
              </Button>
            </div>
          ))}
        {ended.length > 0 && (
          <details>
            <summary>{t('roles.ended', { count: ended.length })}</summary>
            <ul className={styles.roles}>{ended.map(row)}</ul>
          </details>
        )}
      </div>
    </Section>
  );
}

/** The unit, service or service unit of the role, as a link for those who may open its page. */
function Where({ role: { unitId, serviceId, serviceUnitId, place } }: { readonly role: Role }) {
  if (place === null) return null;
  if (unitId !== null) return <UnitLink unitId={unitId}>{place}</UnitLink>;
  if (serviceId !== null) return <ServiceLink serviceId={serviceId}>{place}</ServiceLink>;
  return serviceUnitId === null ? place : <Link to={`/virksomheter/${serviceUnitId}`}>{place}</Link>;
}

function period({ from, to }: Role, today: Day): string {
  if (to !== null) return to < from ? 'roles.never' : 'roles.fromTo';
  return from > today ? 'roles.comesOn' : 'roles.since';
}
const days = ({ from, to }: Role, today: Day) => ({
  from: shortDay(from, currentLanguage(), today),
  to: to === null ? '' : shortDay(to, currentLanguage(), today),
});
