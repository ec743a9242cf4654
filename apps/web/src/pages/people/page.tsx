import { Button } from '@digdir/designsystemet-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useRead, type Answer } from '../../api/reads.js';
import { Pages } from '../../parts/pages/pages.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import { Page } from '../../shell/page.js';
import { Filters, isRole } from './filters.js';
import { PersonRow } from './person-row.js';
import { RegisterPersonDialog } from './register-person.js';
import { usePlaces } from './use-places.js';
import styles from './people.module.css';

type People = Answer<'/api/people'>;
const SIZE = 50;

/** Everyone at work in the municipality. Filters stand in the address; what is searched for does not. */
export function Component() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const mayManage = useMay('registry.manage');
  const [isRegistering, setRegistering] = useState(false);
  const [address, setAddress] = useSearchParams();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed).trim();
  const page = Math.max(1, Number(address.get('side')) || 1);
  const [role, unitId, serviceId, status] = ['rolle', 'enhet', 'tjeneste', 'status'].map((key) => address.get(key));
  const people = useRead(
    '/api/people',
    {
      query: {
        page,
        size: SIZE,
        ...(search && { search }),
        ...(isRole(role) && { role }),
        ...(unitId && { unitId }),
        ...(serviceId && { serviceId }),
        ...(status !== 'alle' && { active: status === 'uten' ? 'false' : 'true' }),
      },
    },
    { keepWhileAsking: true },
  );
  const put = (key: string, value: string) =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('side');
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        mayManage && (
          <>
            <Button variant="secondary" data-size="sm" onClick={() => setRegistering(true)}>
              {t('register.open')}
            </Button>
            <Link to="/import">{t('import')}</Link>
          </>
        )
      }
    >
      {mayRead(people) && (
        <Filters
          values={{ role, unitId, serviceId, status }}
          typed={typed}
          onType={(text) => {
            setTyped(text);
            put('side', '');
          }}
          onChange={put}
        />
      )}
      <Answered of={people}>
        {(answer) => <Found people={answer} onPage={(to) => put('side', to > 1 ? String(to) : '')} />}
      </Answered>
      {isRegistering && (
        <RegisterPersonDialog
          onClose={() => setRegistering(false)}
          onRegistered={(id) => void navigate(`/personer/${id}`)}
        />
      )}
    </Page>
  );
}

function Found({
  people: { items, total, page, size },
  onPage,
}: {
  readonly people: People;
  readonly onPage: (page: number) => void;
}) {
  const { t } = useTranslation('people');
  const placeOf = usePlaces();
  return (
    <>
      <p className={styles.count} role="status">
        {t('count', { count: total })}
      </p>
      {items.length === 0 ? (
        <Empty title={t('none')}>{t('noneDetail')}</Empty>
      ) : (
        <ul className={styles.people} aria-label={t('title')}>
          {items.map((person) => (
            <PersonRow key={person.personId} person={person} placeOf={placeOf} />
          ))}
        </ul>
      )}
      <Pages page={page} total={total} size={size} onChange={onPage} />
    </>
  );
}
