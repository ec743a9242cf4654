import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '#registry/contract/limits';
import { answered, api } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import { read, type Answer } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { LimitedText } from '../../parts/limited-text/limited-text.js';
import { PersonLink } from '../../parts/person-link/person-link.js';
import styles from './people.module.css';

type Namesake = Answer<'/api/people'>['items'][number];

interface RegisterPersonProps {
  /** Called with the new person. */
  readonly onRegistered: (personId: string) => void;
  readonly onClose: () => void;
}

/** Registers a person. People of the same name are shown first, so that nobody is registered twice by mistake. */
export function RegisterPersonDialog({ onRegistered, onClose }: RegisterPersonProps) {
  const { t } = useTranslation('people');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [values, setValues] = useState({ name: '', title: '', email: '' });
  const [tried, setTried] = useState(false);
  const [wrongEmail, setWrongEmail] = useState<string>();
  const [namesakes, setNamesakes] = useState<{ readonly of: string; readonly found: readonly Namesake[] }>();
  const name = values.name.trim();
  const shown = namesakes?.of === name ? namesakes.found : [];
  const text = (key: keyof typeof values, most: number, error: string | undefined, detail?: string) => (
    <LimitedText
      label={t(`register.fields.${key}`)}
      {...(detail && { description: detail })}
      most={most}
      autoComplete="off"
      type={key === 'email' ? 'email' : 'text'}
      value={values[key]}
      error={error}
      onChange={({ target }) => setValues({ ...values, [key]: target.value })}
    />
  );
  const register = async () => {
    setTried(true);
    setWrongEmail(undefined);
    if (name === '') return;
    if (namesakes?.of !== name) {
      const found = await sameName(name);
      setNamesakes({ of: name, found });
      if (found.length > 0) return;
    }
    const { id } = await sent();
    await refetchChanged('person');
    announce(t('register.done', { name }));
    onRegistered(id);
  };
  const sent = async () => {
    const body = { name, title: values.title.trim() || null, email: values.email.trim() || null };
    try {
      return await answered(api.POST('/api/people', { body }));
    } catch (fault) {
      if (isProblem(fault)) setWrongEmail(fault.broken.find(({ at }) => at === 'email')?.detail);
      throw fault;
    }
  };
  return (
    <FormDialog
      title={t('register.heading')}
      detail={t('register.detail')}
      submit={t(shown.length > 0 ? 'register.anyway' : 'register.submit')}
      onClose={onClose}
      onSubmit={register}
    >
      {text('name', LONGEST.name, tried && name === '' ? t('register.nameMissing') : undefined)}
      {text('title', LONGEST.title, undefined, t('register.titleDetail'))}
      {text('email', LONGEST.email, wrongEmail, t('register.emailDetail'))}
      {shown.length > 0 && (
        <Alert data-color="warning" role="alert">
          <Paragraph>{t('register.same', { count: shown.length })}</Paragraph>
          <ul className={styles.same}>
            {shown.map((it) => (
              <li key={it.personId}>
                <PersonLink personId={it.personId} name={it.name} /> {it.title ?? ''}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </FormDialog>
  );
}

/** People whose name is the same but for case. */
async function sameName(name: string): Promise<readonly Namesake[]> {
  const { items } = await read('/api/people', { query: { search: name.slice(0, LONGEST.search), size: 50 } });
  return items.filter((it) => it.name.toLocaleLowerCase('nb') === name.toLocaleLowerCase('nb'));
}
