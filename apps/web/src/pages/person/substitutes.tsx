import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { currentLanguage } from '../../words/language.js';
import { useSession } from '../../session/session.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import { Section } from '../../parts/section/section.js';
import { shortDay } from '../../words/dates.js';
import type { Person, Role } from './person.js';
import { SubstituteForm } from './substitute-form.js';
import styles from './person.module.css';

/** Substitutes of the person in each role, now or later; the coordinator names them here (ADR 0350). */
export function Substitutes({ person, mayManage }: { readonly person: Person; readonly mayManage: boolean }) {
  const { t } = useTranslation('person');
  const { today } = useSession().who;
  const announce = useAnnounce();
  const [naming, setNaming] = useState<string>();
  // The role whose button takes the focus when its form closes.
  const [cameBack, setCameBack] = useState<string>();
  const own = person.roles.filter(
    ({ from, to, absentName }) => absentName === null && (to === null || (to >= today && from <= to)),
  );
  const shown = mayManage ? own : own.filter(({ substitutes }) => substitutes.length > 0);
  if (shown.length === 0) return null;
  const day = (on: string) => shortDay(on, currentLanguage(), today);
  const nameOf = ({ role, place }: Role) => [t(`parts:roles.${role}`), place].filter(Boolean).join(', ');
  const close = (roleId: string) => {
    setNaming(undefined);
    setCameBack(roleId);
  };
  return (
    <Section id="substitutes" title={t('substitutes.title')} lead={t('substitutes.lead')}>
      <ul className={styles.roles}>
        {shown.map((role) => (
          <li key={role.roleId}>
            <div>
              <strong>{nameOf(role)}</strong>
              {role.substitutes.length === 0 && (
                <Paragraph data-size="sm" className={styles.quiet}>
                  {t('substitutes.none')}
                </Paragraph>
              )}
              {role.substitutes.map(({ personId, name, roleId, from, to }) => (
                <div key={roleId}>
                  <PersonLink personId={personId} name={name} />{' '}
                  <span className={styles.quiet}>{t('roles.fromTo', { from: day(from), to: day(to) })}</span>
                </div>
              ))}
            </div>
            {naming === role.roleId ? (
              <SubstituteForm
                person={person}
                role={role}
                onCancel={() => close(role.roleId)}
                onDone={(name) => {
                  announce(t('substitutes.done', { name }));
                  close(role.roleId);
                }}
              />
            ) : (
              mayManage && (
                <Button
                  variant="secondary"
                  data-size="sm"
                  autoFocus={cameBack === role.roleId}
                  aria-label={t('substitutes.nameFor', { role: nameOf(role) })}
                  onClick={() => setNaming(role.roleId)}
                >
                  {t('substitutes.open')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
