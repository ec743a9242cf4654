import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isClosedOn } from '#registry/contract/closed-on';
import { useRead } from '../../api/reads.js';
import { useSession } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import { Section } from '../../parts/section/section.js';
import { ALL_ROWS, type Closure } from '../../parts/closing/closable.js';
import styles from '../../parts/services/services.module.css';

/** Every service and service unit of the municipality, including closed ones, with links to close or reopen one. */
export function RegisteredServices() {
  const { t } = useTranslation('services');
  const services = useRead('/api/services', ALL_ROWS);
  const serviceUnits = useRead('/api/service-units', ALL_ROWS);
  return (
    <Section id="register" title={t('register.title')} lead={t('register.lead')}>
      <Answered of={services}>
        {({ items }) => (
          <Names
            named={t('register.services')}
            rows={items.map(({ serviceId: id, ...it }) => ({ id, to: `/tjenester/${id}`, ...it }))}
          />
        )}
      </Answered>
      <Answered of={serviceUnits}>
        {({ items }) => (
          <Names
            named={t('register.serviceUnits')}
            rows={items.map(({ serviceUnitId: id, ...it }) => ({ id, to: `/virksomheter/${id}`, ...it }))}
          />
        )}
      </Answered>
    </Section>
  );
}

interface Row {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  readonly closures: readonly Closure[];
}

function Names({ named, rows }: { readonly named: string; readonly rows: readonly Row[] }) {
  const { t } = useTranslation('services');
  const { who } = useSession();
  if (rows.length === 0) return <Paragraph>{t('register.none', { what: named })}</Paragraph>;
  return (
    <ul aria-label={named} className={styles.register}>
      {rows.map(({ id, to, name, closures }) => (
        <li key={id}>
          <Link to={to}>{name}</Link>
          {isClosedOn(closures, who.today) && <span className={styles.quiet}> {t('register.closed')}</span>}
        </li>
      ))}
    </ul>
  );
}
