import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';
import type { Agreement } from './agreement-answer.js';
import styles from './unit.module.css';

/** Proposes the agreement, or approves the version that is shown. */
export function AgreementSteps({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('unit');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { unitId, schoolYear, state, waitsFor, versions, changes, present, may } = agreement;
  const version = versions[0]?.version ?? 0;
  const done = async (words: string) => {
    await refetchChanged('agreement');
    announce(words);
  };
  const path = { unitId, schoolYear };
  const propose = useSending({
    mutationFn: () =>
      answered(api.POST('/api/units/{unitId}/school-years/{schoolYear}/agreement', { params: { path } })),
    onSuccess: () => done(t('agreement.proposedNow')),
  });
  const approveUnit = useSending({
    mutationFn: (seen: number) =>
      answered(
        api.POST('/api/units/{unitId}/school-years/{schoolYear}/agreement/unit-approval', {
          params: { path },
          body: { version: seen },
        }),
      ),
    onSuccess: () => done(t('agreement.approvedNow')),
    onError: () => void refetchChanged('agreement'),
  });
  const approveServices = useSending({
    mutationFn: (seen: number) =>
      answered(
        api.POST('/api/units/{unitId}/school-years/{schoolYear}/agreement/services-approval', {
          params: { path },
          body: { version: seen },
        }),
      ),
    onSuccess: () => done(t('agreement.approvedNow')),
    onError: () => void refetchChanged('agreement'),
  });
  const isStale = state === 'changed' || (state === 'waiting' && changes !== null && hasChanges(changes));
  const lacks = (['dates', 'members', 'services'] as const).filter((part) => present[part].length === 0);
  const mayPropose = may.includes('propose') && (state === 'none' || isStale);
  const problem = propose.error ?? approveUnit.error ?? approveServices.error;
  return (
    <>
      {problem && <ProblemShown problem={problem} />}
      {mayPropose && lacks.length > 0 && (
        <>
          <p>{t('agreement.lacks.title')}</p>
          <ul>
            {lacks.map((part) => (
              <li key={part}>
                {part === 'dates' ? (
                  <Link to="/arsplan">{t('agreement.lacks.dates')}</Link>
                ) : (
                  t(`agreement.lacks.${part}`)
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.steps}>
        {waitsFor.includes('unit') && may.includes('approve-unit') && (
          <Button data-size="sm" loading={approveUnit.isPending} onClick={() => approveUnit.mutate(version)}>
            {t('agreement.approve.unit')}
          </Button>
        )}
        {waitsFor.includes('services') && may.includes('approve-services') && (
          <Button data-size="sm" loading={approveServices.isPending} onClick={() => approveServices.mutate(version)}>
            {t('agreement.approve.services')}
          </Button>
        )}
        {mayPropose && lacks.length === 0 && (
          <Button
            variant={state === 'none' ? 'primary' : 'secondary'}
            data-size="sm"
            loading={propose.isPending}
            onClick={() => propose.mutate()}
          >
            {t(may.includes('approve-unit') ? 'agreement.proposeAndApprove' : 'agreement.propose')}
          </Button>
        )}
      </div>
    </>
  );
}

const hasChanges = (changes: NonNullable<Agreement['changes']>): boolean =>
  Object.values(changes).some((part) => Object.values<readonly unknown[]>(part).some((list) => list.length > 0));
