import { randomUUID } from 'node:crypto';

/** A unique log name. */
export const aLogName = (): string => `t${randomUUID().replaceAll('-', '')}`;
