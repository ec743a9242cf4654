import type { INestApplicationContext } from '@nestjs/common';
import type { AnyStreams } from '#platform/policies';
import type { Installation } from './installation.js';

/** Every aggregate's streams of a house that is put together, as policies and the demo reach them. */
export const streamsOf = (
  app: Pick<INestApplicationContext, 'get'>,
  { contexts }: Pick<Installation, 'contexts'>,
): readonly AnyStreams[] =>
  contexts.flatMap((context) => context.streams).map((type) => app.get<AnyStreams>(type, { strict: false }));
