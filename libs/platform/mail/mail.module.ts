import { Inject, Injectable, Module, type DynamicModule, type OnModuleDestroy, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { WorkingTables } from '#platform/database';
import { CLOCK, type Clock } from '#platform/kernel';
import { Dispatches } from './dispatch/dispatches.js';
import { MailsOutOfHours } from './dispatch/mails-out-of-hours.js';
import { UnreachablePeople } from './dispatch/unreachable-people.js';
import { Bounces } from './inbound/bounces.js';
import { InboundMail, type InboundHandler } from './inbound/inbound-mail.js';
import { MailSetup } from './mail-setup.js';
import type { MailComposer } from './message/mail-composer.js';
import { MailSender } from './sending/mail-sender.js';

/** Parts that the composition root gives to the mail module. */
export interface MailParts {
  readonly setup: MailSetup;
  /** Injectable classes that the contexts' modules provide. */
  readonly composers: readonly Type<MailComposer>[];
  /** Likewise; beside the handler of reports about undeliverable mail. */
  readonly inbound: readonly Type<InboundHandler>[];
}

/** Closes the connections to the mail server when the application closes. */
@Injectable()
class ClosesMail implements OnModuleDestroy {
  constructor(@Inject(MailSender) private readonly sender: MailSender) {}
  onModuleDestroy(): Promise<void> {
    return this.sender.close();
  }
}

/** Sends and receives mail, for every context. `WorkingTables`, `ReadSide` and `CLOCK` come from global providers. */
@Module({})
export class MailModule {
  static with({ setup, composers, inbound }: MailParts): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [
        { provide: MailSetup, useValue: setup },
        Dispatches,
        MailsOutOfHours,
        UnreachablePeople,
        {
          provide: MailSender,
          inject: [WorkingTables, CLOCK, ModuleRef],
          useFactory: (tables: WorkingTables, clock: Clock, modules: ModuleRef) =>
            new MailSender({ tables, clock, setup, composers: () => found(modules, composers) }),
        },
        {
          provide: InboundMail,
          inject: [DataSource, WorkingTables, CLOCK, ModuleRef],
          useFactory: (source: DataSource, tables: WorkingTables, clock: Clock, modules: ModuleRef) => {
            const bounces = new Bounces({ source, tables, clock, setup });
            return new InboundMail(() => [bounces, ...found(modules, inbound)]);
          },
        },
        ClosesMail,
      ],
      exports: [MailSetup, Dispatches, MailsOutOfHours, UnreachablePeople, MailSender, InboundMail],
    };
  }
}

/** Looked up when they are used, since the contexts' modules may be made later. */
const found = <T>(modules: ModuleRef, types: readonly Type<T>[]): readonly T[] =>
  types.map((type) => modules.get(type, { strict: false }));
