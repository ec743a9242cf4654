import { Module, type DynamicModule } from '@nestjs/common';
import type { LiveOptions } from '#platform/live';
import type { Installation } from './installation.js';
import { PlatformModule } from './platform.module.js';

/** The whole house without a door: every context on the platform. The API adds HTTP; the worker and commands run it as it is. */
@Module({})
export class HouseModule {
  static of(installation: Installation, live?: Partial<LiveOptions>): DynamicModule {
    return {
      module: HouseModule,
      imports: [PlatformModule.of(installation, live), ...installation.contexts.map((context) => context.module)],
    };
  }
}
