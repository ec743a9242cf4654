import { change, readModel, streamId } from '#platform/projections';
import type { AgreementEvent } from '../../contract/agreement.events.js';
import { AgreementRow } from './agreement.entity.js';

/** Agreements of units' school years (R22), one row each, with all their versions. */
export const agreements = readModel<AgreementRow, AgreementEvent>({
  name: 'agreements',
  version: 1,
  entity: AgreementRow,
  on: {
    'meetings.AgreementProposed': {
      rows: (event) => [streamId(event)],
      fold: (row, { data: { unitId, schoolYear, ...proposed }, tenant, revision }, key) => ({
        agreement: key,
        tenant,
        unitId,
        schoolYear,
        versions: [...(row?.versions ?? []), { ...proposed, approvals: [] }],
        revision: Number(revision),
      }),
    },
    'meetings.AgreementApproved': change(
      (event) => streamId(event),
      (row, { data: { version, party, approvedBy, on }, revision }) => ({
        ...row,
        versions: row.versions.map((it) =>
          it.version === version ? { ...it, approvals: [...it.approvals, { party, approvedBy, on }] } : it,
        ),
        revision: Number(revision),
      }),
    ),
  },
});
