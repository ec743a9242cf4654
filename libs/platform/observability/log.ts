import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Level, type Logger } from 'pino';

/** DI token of the log: one JSON line per entry. Ids of requests, never names, texts, addresses or URLs. */
export const LOG = Symbol('Log');
export type Log = Logger;

/** The log of a process; standard output by default. */
export const openLog = (level: Level | 'silent', destination?: DestinationStream): Log =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);

/** Nest's own messages in the same log: warnings and faults only. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}
  /** Nest's informational messages are of no use to operators. */
  log(): void {}
  warn(message: unknown): void {
    this.lines.warn({ from: 'nest' }, String(message));
  }
  error(message: unknown): void {
    this.lines.error({ from: 'nest' }, String(message));
  }
}
