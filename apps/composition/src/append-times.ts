import { Timing } from '#platform/observability';

/** How long appends to the log take, by outcome; nothing counted yet. */
export const appendTimes = (): Timing =>
  new Timing({
    name: 'samspill_log_append_seconds',
    help: 'Time until an append to the log is answered, by outcome: appended, conflict or fault.',
    label: 'outcome',
  });
