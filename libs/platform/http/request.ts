import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';

/** What the guards have found out about a request before a controller sees it. */
export interface AskedRequest extends Request {
  asker: Asker;
  command: CommandContext;
}

/** Who asks: `handle(@Asked() asker: Asker)`. */
export const Asked = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AskedRequest>().asker,
);

/** What a command needs to know of its request: `handle(@Commanded() context: CommandContext)`. */
export const Commanded = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AskedRequest>().command,
);
