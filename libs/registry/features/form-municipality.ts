import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '#platform/streams';
import type { FormMunicipality as Decided } from '../domain/municipality/municipality.commands.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';

export type FormMunicipalityBody = Omit<Decided, 'type'>;

/** Registers a municipality that a merger has formed, as its last step: from then on people can sign in. */
export class FormMunicipality extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: FormMunicipalityBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(FormMunicipality)
export class FormMunicipalityHandler implements ICommandHandler<FormMunicipality> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: FormMunicipality) {
    return this.municipalities.run(body.number, { type: 'FormMunicipality', ...body }, context);
  }
}
