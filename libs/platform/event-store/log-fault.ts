/** What can be wrong with a log of which nothing was ever removed or changed by the program. */
export type LogDamage =
  /** Positions between this event and the one before it are missing. */
  | 'POSITION_MISSING'
  /** This event does not stand after the one before it. */
  | 'POSITION_BACKWARDS'
  /** The event before this one in its stream is missing, or stands later in the log. */
  | 'REVISION_MISSING'
  /** This event was recorded earlier than the one before it. */
  | 'RECORDED_BACKWARDS'
  /** The municipality of the row is not that of the event's metadata. */
  | 'MUNICIPALITY_DIFFERS'
  /** The head says that the log ends here, and it does not. */
  | 'HEAD_DIFFERS';

/** Something wrong, and where. */
export interface LogFault {
  readonly damage: LogDamage;
  readonly position: bigint;
  readonly stream?: string;
  readonly revision?: bigint;
}

/** How much of the log has been looked at, and where it ends. */
export type OnChecked = (checked: bigint, head: bigint) => void;
