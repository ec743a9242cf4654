import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { detailsOf, draftOf, unitIn, type UnitDetails } from '../../parts/unit-form/unit-details.js';
import { UnitFields } from '../../parts/unit-form/unit-fields.js';
import type { RegisteredUnit } from './registered-unit.js';

/** Changes the name, kind, ownership, number of children or area of a unit. */
export function DetailsDialog({ unit, onDone }: { readonly unit: RegisteredUnit; readonly onDone: () => void }) {
  const { t } = useTranslation(['unit', 'unit-form']);
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const { unitId } = unit;
  const [draft, setDraft] = useState(() => draftOf(detailsOf(unit)));
  const [tried, setTried] = useState(false);
  const of = useSeenPart(detailsOf(unit), async () => {
    const now = await read('/api/units/{unitId}', { path: { unitId } });
    return { revision: now.revision, part: detailsOf(now) };
  });
  return (
    <FormDialog
      title={t('details.change')}
      submit={t('details.save')}
      onClose={onDone}
      changed={
        of.isChanged && (
          <ChangedMeanwhile
            of={of}
            fields={[
              [t('unit-form:name'), (it: UnitDetails) => it.name],
              [t('unit-form:kind.label'), (it: UnitDetails) => t(`unit-form:kind.${it.kind}`)],
              [t('unit-form:ownership.label'), (it: UnitDetails) => t(`unit-form:ownership.${it.ownership}`)],
              [t('unit-form:children'), (it: UnitDetails) => String(it.children ?? '')],
              [t('unit-form:area'), (it: UnitDetails) => it.area ?? ''],
            ]}
          />
        )
      }
      onSubmit={async () => {
        setTried(true);
        const body = unitIn(draft);
        if (!body) return;
        const headers = await of.ifAsSeen();
        await answered(api.PUT('/api/units/{unitId}', { params: { path: { unitId } }, headers, body }));
        await refetchChanged('unit');
        announce(t('details.saved'));
        onDone();
      }}
    >
      <UnitFields draft={draft} tried={tried} onChange={setDraft} />
    </FormDialog>
  );
}
