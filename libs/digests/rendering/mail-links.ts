import { schoolYearOf, type CalendarDate } from '#platform/kernel';
import type { DigestFigure, DigestNeed, DigestNews } from '../contract/index.js';

type Filters = Readonly<Record<string, string | null>>;

/** As the pages' addresses name them. */
const FIGURES: Readonly<Record<DigestFigure, string>> = {
  'units-met': 'enheter-med-mote',
  'meetings-held': 'moter-holdt',
  'meetings-planned': 'moter-planlagt',
  'months-unplanned': 'uten-mote-i-planen',
  'filed-in-time': 'levert-i-tide',
  'protocols-missing': 'protokoller-som-mangler',
  actions: 'tiltak',
  'completed-in-time': 'fullfort-innen-fristen',
  'units-on-track': 'i-rute-igjen',
};

/** Addresses of pages of the application, at the installation's public origin. */
export class MailLinks {
  constructor(private readonly origin: string) {}

  /** The page of the exact action, protocol, unit or service that an alert is about. */
  ofNeed({
    kind,
    subjectId,
    unitIds,
    serviceIds,
  }: Pick<DigestNeed, 'kind' | 'subjectId' | 'unitIds' | 'serviceIds'>): string {
    switch (kind) {
      case 'overdue':
      case 'follow-up-missed':
      case 'handover-waiting':
      case 'orphan':
      case 'more-time-asked':
        return this.to(`/tiltak/${subjectId}`);
      case 'protocol-late':
      case 'meeting-unconfirmed':
        return this.to(`/moter/${subjectId}`);
      case 'month-missing':
      case 'month-unplanned':
        return this.to(`/enheter/${unitIds[0]}`);
      case 'service-absent':
        return this.service(serviceIds[0]!);
    }
  }

  /** The meeting, or the year's plan. */
  ofNews({ newsId }: Pick<DigestNews, 'newsId'>): string {
    const [kind, id] = newsId.split('/');
    return kind === 'meeting' ? this.meeting(id!) : this.to('/arsplan');
  }

  meeting = (meetingId: string): string => this.to(`/moter/${meetingId}`);
  unit = (unitId: string): string => this.to(`/enheter/${unitId}`);
  service = (serviceId: string): string => this.to(`/tjenester/${serviceId}`);
  alerts = (): string => this.to('/oppfolging/varsler');
  /** Sign-ins that wait for approval. */
  signIns = (): string => this.to('/innlogginger');
  /** Units whose agreement waits for a party. */
  waitingAgreements = (): string => this.to('/oppfolging/avtaler', { vis: 'venter' });
  start = (): string => this.to('/');
  meetings = (): string => this.to('/moter');
  /** One's own choices about mail. */
  preferences = (): string => this.to('/innstillinger/varsler');
  /** One's own digest of a week. */
  digest = (week: string): string => this.to(`/oppsummering/${week}`);
  /** The page of the things that a figure of one's digest counts; of a service, or of actions that belong to `none`. */
  figure = (week: string, figure: DigestFigure, service: string | null = null): string =>
    this.to(`/oppsummering/${week}/tall/${FIGURES[figure]}`, {
      tjeneste: service === 'none' ? 'ingen' : service,
    });
  /** The guide's page about mail. */
  aboutMail = (): string => this.to('/hjelp/e-post-fra-samspill');

  /** An indicator's page as of the end of a day; of a period, or of the day's school year. */
  indicator(
    id: number,
    asOf: CalendarDate,
    filters: { readonly period?: string; readonly unitId?: string | null } = {},
  ): string {
    const year = schoolYearOf(asOf);
    const periode = filters.period ?? `${year}-${year + 1}`;
    return this.to(`/statistikk/${id}`, { periode, enhet: filters.unitId ?? null, per: asOf });
  }

  private to(path: string, filters: Filters = {}): string {
    const url = new URL(path, this.origin);
    for (const [name, value] of Object.entries(filters)) if (value !== null) url.searchParams.set(name, value);
    return url.href;
  }
}
