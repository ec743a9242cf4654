import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Asker, Language, Session } from '#platform/identity';
import type { CommandContext } from '#platform/streams';

/** Facts about a request that middleware and guard determine before a controller runs. */
export interface AskedRequest extends Request {
  /** UUID of this request: in the log, in a problem's `instance`, and the correlation id of what it caused. */
  requestId: string;
  /** From `Accept-Language`; if it names no supported language, the municipality's once the asker is known. */
  language?: Language;
  asker: Asker;
  /** The session of a request that is not public. */
  session: Session;
  command: CommandContext;
  /** On a live route: checks again that the session is valid and the right still held. */
  stillMay?: () => Promise<boolean>;
  /** On a live route: streams whose events may take the right away. */
  decidedIn?: readonly string[];
  /** `?after=<position>`, removed from the query. */
  after?: bigint;
}

/** The asker: `handle(@Asked() asker: Asker)`. */
export const Asked = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AskedRequest>().asker,
);

/** The command context of the request: `handle(@Commanded() context: CommandContext)`. */
export const Commanded = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AskedRequest>().command,
);
