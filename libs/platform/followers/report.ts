import { basename } from 'node:path';
import { UnknownEvent } from '#platform/event-store';
import { sqlStateOf } from '#platform/database';
import type { Halt } from './halts.js';
import type { FollowerKind } from './follower-status.js';

/** Entries of followers in the process's log. They contain names, positions and types, never event data. */
export type FollowerNotice =
  | { readonly what: 'leading' | 'built'; readonly who: string }
  | { readonly what: 'fault'; readonly who: string; readonly failure: string; readonly retryInMs: number }
  | ({ readonly what: 'halted' } & Halt)
  | ({ readonly what: 'goes-on' } & Pick<Halt, 'kind' | 'name' | 'tenant'>)
  | { readonly what: 'stopped'; readonly kind: FollowerKind; readonly name: string; readonly failure: string }
  | {
      readonly what: 'refused';
      readonly policy: string;
      readonly eventId: string;
      readonly stream: string;
      readonly rules: readonly string[];
    };
export type Report = (happening: FollowerNotice) => void;
export const silent: Report = () => undefined;

/**
 * Description of a fault without personal data: its kind, code and place in the program. Messages are left out, since
 * databases and schemas quote the rejected value.
 */
export function describeFault(fault: unknown): string {
  if (fault instanceof UnknownEvent) return fault.message;
  if (!(fault instanceof Error)) return 'unknown fault';
  const code = sqlStateOf(fault) ?? ('code' in fault && typeof fault.code === 'string' ? fault.code : undefined);
  return [fault.name, code, placeOf(fault.stack?.split('\n    at ').at(1) ?? '')].filter(Boolean).join(' ');
}

/** «at file.ts:12» from a stack line such as «name (/folder/file.ts:12:34)». */
function placeOf(frame: string): string | undefined {
  const [first = ''] = frame.split('\n');
  const [file = '', line, column] = basename(first.slice(first.lastIndexOf('(') + 1)).split(':');
  return column === undefined ? undefined : `at ${file}:${line}`;
}
