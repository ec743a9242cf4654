/** Names of the queues and of their jobs. */
export const SWEEP = 'sweep';
export const SEND = 'send';

/** Time between two sweeps, in ms. */
export const SWEEP_EVERY_MS = 60_000;
