import type { Answer } from '../../api/reads.js';

export type ToldAlert = Answer<'/api/alerts/told'>['items'][number];

/** Page to resolve it: the action, the meeting, the unit of the month, or the service. */
export function alertPlace({ kind, subjectId }: Pick<ToldAlert, 'kind' | 'subjectId'>): string {
  const [first] = subjectId.split('/');
  switch (kind) {
    case 'protocol-late':
    case 'meeting-unconfirmed':
      return `/moter/${subjectId}`;
    case 'month-missing':
    case 'month-unplanned':
      return `/enheter/${first}`;
    case 'service-absent':
      return `/tjenester/${first}`;
    default:
      return `/tiltak/${subjectId}`;
  }
}
