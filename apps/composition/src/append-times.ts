import { Timing } from '#platform/observability';

/** Duration of appends to the log by outcome; starts empty. */
export const appendTimes = (): Timing =>
  new Timing({
    name: 'samspill_log_append_seconds',
    help: 'Time until an append to the log is answered, by outcome: appended, conflict or fault.',
    label: 'outcome',
  });
