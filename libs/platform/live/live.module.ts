import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DEFAULT_LIVE_OPTIONS, LIVE_OPTIONS, type LiveOptions } from './live-options.js';
import { LiveStreams } from './live-streams.js';
import { LiveUpdates } from './live-updates.js';
import { LogChanges } from './log-changes.js';

/** Open streams, and the change events common to them. The log, freshness and signals come from global providers. */
@Global()
@Module({})
export class LiveModule {
  static with(options: Partial<LiveOptions> = {}): DynamicModule {
    return {
      module: LiveModule,
      providers: [
        { provide: LIVE_OPTIONS, useValue: { ...DEFAULT_LIVE_OPTIONS, ...options } },
        LiveStreams,
        LogChanges,
        LiveUpdates,
      ],
      exports: [LIVE_OPTIONS, LiveStreams, LiveUpdates],
    };
  }
}
