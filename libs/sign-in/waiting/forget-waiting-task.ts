import { Injectable } from '@nestjs/common';
import { SweepTask } from '#platform/jobs';
import { WaitingPeople } from './waiting-people.js';

/** Removes names and mail addresses of those whose question nobody has answered for a month. */
@Injectable()
export class ForgetWaitingTask extends SweepTask {
  readonly name = 'sign-in-forget-waiting';

  constructor(private readonly waiting: WaitingPeople) {
    super();
  }

  run(tenant: string, now: Date): Promise<void> {
    return this.waiting.removeOld(tenant, now);
  }
}
