import type { ActionCommand } from '#actions';
import type { AgreementCommand, MeetingCommand, SchoolYearCommand } from '#meetings';
import type { MunicipalityCommand, PersonCommand, ServiceCommand, ServiceUnitCommand, UnitCommand } from '#registry';

/** The commands of each stream category, so that the demo's commands are checked like those of the handlers. */
export interface Commands {
  readonly municipality: MunicipalityCommand;
  readonly serviceunit: ServiceUnitCommand;
  readonly service: ServiceCommand;
  readonly unit: UnitCommand;
  readonly person: PersonCommand;
  readonly schoolyear: SchoolYearCommand;
  readonly agreement: AgreementCommand;
  readonly meeting: MeetingCommand;
  readonly action: ActionCommand;
}
