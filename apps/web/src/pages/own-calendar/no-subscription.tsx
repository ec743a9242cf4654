import { Button } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ProblemShown } from '../../parts/states/states.js';

/** Opens a subscription, for a person who has none. */
export function NoSubscription() {
  const { t } = useTranslation('own-calendar');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const opening = useSending({
    mutationFn: () => answered(api.POST('/api/calendar-feed')),
    onSuccess: async () => {
      await refetchChanged('calendarfeed');
      announce(t('opened'));
    },
  });
  return (
    <div>
      <Button aria-busy={opening.isPending} onClick={() => opening.mutate()}>
        {t('open')}
      </Button>
      {opening.error && <ProblemShown problem={opening.error} />}
    </div>
  );
}
