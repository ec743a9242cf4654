import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/reads.js';
import { KeyFigures } from '../../../parts/key-figures/key-figures.js';
import { Section } from '../../../parts/section/section.js';
import styles from '../../../parts/services/services.module.css';
import { useSession } from '../../../session/session.js';
import { ownServices } from '../start-parts.js';

/** Attendance, follow-up in time, actions over due, and completed by the first due date. */
const OF_A_SERVICE = [12, 13, 19, 22];

/** The figures of the services that the user leads, and the way to all statistics. */
export function OwnServices() {
  const { t } = useTranslation('key-figures');
  const { who } = useSession();
  const own = new Set<string>(ownServices(who));
  const services = useRead('/api/services', { query: { size: 200 } });
  const led = services.data?.items.filter(({ serviceId }) => own.has(serviceId)) ?? [];
  if (led.length === 0) return null;
  return (
    <Section id="own-figures" title={t('services.title')}>
      <div className={styles.page}>
        {led.map(({ serviceId, name }) => (
          <Section key={serviceId} id={`figures-${serviceId}`} level={3} title={name}>
            <KeyFigures indicators={OF_A_SERVICE} of={{ service: serviceId }} />
          </Section>
        ))}
      </div>
      <div>
        <Link to="/statistikk">{t('services.all')}</Link>
      </div>
    </Section>
  );
}
