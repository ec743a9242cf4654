/** Every advisory lock of Samspill in one database; each admits one process to a task that several could do. */
export const LOCKS = {
  migrations: 7_726_001,
  projections: 7_726_002,
  policies: 7_726_003,
  rebuild: 7_726_004,
  sweep: 7_726_005,
  jobScheduler: 7_726_006,
  /** Part of the keys of many locks: one for each round of a municipality. */
  rounds: 7_726_007,
} as const;
