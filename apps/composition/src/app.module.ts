import { Module, type DynamicModule } from '@nestjs/common';
import type { LiveOptions } from '#platform/live';
import type { Installation } from './installation.js';
import { PlatformModule } from './platform.module.js';

/** All contexts on the platform, without HTTP. The API adds HTTP; the worker and commands use it as it is. */
@Module({})
export class AppModule {
  static of(installation: Installation, live?: Partial<LiveOptions>): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.of(installation, live), ...installation.contexts.map((context) => context.module)],
    };
  }
}
