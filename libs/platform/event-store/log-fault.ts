/** Damage to a log, from which the program never removes or changes events. */
export type LogDamage =
  /** Positions between this event and the one before it are missing. */
  | 'POSITION_MISSING'
  /** This event is stored before its predecessor. */
  | 'POSITION_BACKWARDS'
  /** The event before this one in its stream is missing, or comes later in the log. */
  | 'REVISION_MISSING'
  /** This event was recorded earlier than the one before it. */
  | 'RECORDED_BACKWARDS'
  /** The tenant of the row is not the one that the event's own metadata names, as older events do. */
  | 'TENANT_DIFFERS'
  /** The head has another position than the log's last event. */
  | 'HEAD_DIFFERS';

/** A fault and its place. */
export interface LogFault {
  readonly damage: LogDamage;
  readonly position: bigint;
  readonly tenant?: string;
  readonly stream?: string;
  readonly revision?: bigint;
}

/** Progress: the last position checked, and the end of the log. */
export type OnChecked = (checked: bigint, head: bigint) => void;
