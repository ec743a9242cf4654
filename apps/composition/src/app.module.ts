import { Module, type DynamicModule } from '@nestjs/common';
import { modulesOf } from '#platform/composition';
import type { LiveOptions } from '#platform/live';
import { MailModule, type MailParts } from '#platform/mail';
import type { Installation } from './installation.js';
import { PlatformModule } from './platform.module.js';

/**
 * All contexts on the platform, without HTTP. The API adds HTTP; the worker and commands use it as it is. It exports
 * the contract classes of all contexts.
 */
@Module({})
export class AppModule {
  static of(installation: Installation, live?: Partial<LiveOptions>): DynamicModule {
    const contexts = modulesOf(installation.contexts);
    return {
      module: AppModule,
      imports: [PlatformModule.of(installation, live), MailModule.with(mailParts(installation)), ...contexts],
      exports: [...contexts],
    };
  }
}

const mailParts = ({ mail, contexts }: Installation): MailParts => ({
  setup: mail,
  composers: contexts.flatMap(({ mailComposers = [] }) => mailComposers),
  inbound: contexts.flatMap(({ inboundMail = [] }) => inboundMail),
});
