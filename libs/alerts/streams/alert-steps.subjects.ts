import { Injectable } from '@nestjs/common';
import type { SubjectFinder } from '#platform/http';
import type { Subject } from '#platform/identity';
import type { EarlierReads } from '#platform/streams';
import { AlertStepsStreams } from './alert-steps.streams.js';

/** The people whom the last step of an alert told, from its stream. */
@Injectable()
export class AlertSubjects implements SubjectFinder {
  readonly kind = 'alert' as const;

  constructor(private readonly alerts: AlertStepsStreams) {}

  async find(tenant: string, alertId: string, reads?: EarlierReads): Promise<Subject | undefined> {
    const { state } = await this.alerts.load(alertId, tenant, reads);
    if (state.countedFrom === null) return undefined;
    return { personIds: state.toldTo.map(({ personId }) => personId) };
  }
}
