import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { useMay } from '../../session/session.js';
import { Answered } from '../../parts/states/states.js';
import { ActionRows } from '../../parts/action-row/action-rows.js';
import { Section } from '../../parts/section/section.js';
import { Contact } from './contact.js';
import { Digests } from './digests.js';
import { Leave } from './leave.js';
import type { Person } from './person.js';
import { Roles } from './roles.js';
import { Substitutes } from './substitutes.js';
import { SignOut } from './sign-out.js';
import styles from './person.module.css';

/** One person: workplaces and responsibilities, as far as the user may read them. */
export function Component() {
  const { t } = useTranslation('person');
  const { personId = '' } = useParams();
  const person = useRead('/api/people/{personId}', { path: { personId } });
  const { data } = person;
  if (!data || data.personId !== personId)
    return (
      <Page title={t('title')}>
        <Answered of={{ ...person, data: undefined }}>{() => null}</Answered>
      </Page>
    );
  return (
    <Page title={data.name} lead={data.title}>
      <OnePerson key={personId} person={data} />
    </Page>
  );
}

function OnePerson({ person }: { readonly person: Person }) {
  const mayManage = useMay('registry.manage');
  const mayManageMail = useMay('mail.manage');
  const maySignOut = useMay('sessions.end');
  return (
    <div className={styles.person}>
      <Roles person={person} mayManage={mayManage} />
      <Substitutes person={person} mayManage={mayManage} />
      {mayManage && <Contact person={person} />}
      {mayManageMail && <Digests person={person} />}
      {mayManage && <Leave person={person} />}
      {maySignOut && <SignOut person={person} />}
      <OpenActions personId={person.personId} />
    </div>
  );
}

const SHOWN = 20;

/** Open actions of the person. Hidden from users who may read no actions. */
function OpenActions({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('person');
  const actions = useRead('/api/actions', { query: { owner: personId, status: 'open', size: SHOWN } });
  if (actions.error?.isNotForYou) return null;
  return (
    <Section id="actions" title={t('actions.title')} lead={t('actions.lead')}>
      <Answered of={actions}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <Paragraph className={styles.quiet}>{t('actions.none')}</Paragraph>}
            <ActionRows groups={[{ key: 'open', actions: items }]} />
            {total > items.length && (
              <Paragraph>
                <Link to={`/tiltak?eier=${personId}`}>{t('actions.all', { count: total })}</Link>
              </Paragraph>
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}
