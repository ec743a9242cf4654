import { Module, type DynamicModule } from '@nestjs/common';
import type { Installation } from './installation.js';
import { PlatformModule } from './platform.module.js';

/** The whole house without a door: every context on the platform. The API adds HTTP; the worker and commands run it as it is. */
@Module({})
export class HouseModule {
  static of(installation: Installation): DynamicModule {
    return {
      module: HouseModule,
      imports: [PlatformModule.of(installation), ...installation.contexts.map((context) => context.module)],
    };
  }
}
