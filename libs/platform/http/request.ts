import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Asker, Language } from '#platform/identity';
import type { CommandContext } from '#platform/streams';

/** What the middleware and the guard have found out about a request before a controller sees it. */
export interface AskedRequest extends Request {
  /** UUID of this request: in the log, in a problem's `instance`, and the correlation id of what it caused. */
  requestId: string;
  /** By `Accept-Language`; where it says nothing we have, the municipality's form once the asker is known. */
  language?: Language;
  asker: Asker;
  command: CommandContext;
  /** On a live route: asks again whether the session goes on and the right still holds. */
  stillMay?: () => Promise<boolean>;
  /** `?after=<position>`, taken out of the query. */
  after?: bigint;
}

/** Who asks: `handle(@Asked() asker: Asker)`. */
export const Asked = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AskedRequest>().asker,
);

/** What a command needs to know of its request: `handle(@Commanded() context: CommandContext)`. */
export const Commanded = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AskedRequest>().command,
);
