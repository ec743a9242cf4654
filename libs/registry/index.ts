import type { Context } from '#platform/composition';
import {
  coordinatorsEvents,
  municipalityEvents,
  personEvents,
  serviceEvents,
  serviceUnitEvents,
  unitEvents,
} from './contract/index.js';
import { coordinatorsRefusals } from './domain/coordinators/coordinators.refusals.js';
import { municipalityRefusals } from './domain/municipality/municipality.refusals.js';
import { personRefusals } from './domain/person/person.refusals.js';
import { serviceRefusals } from './domain/service/service.refusals.js';
import { serviceUnitRefusals } from './domain/service-unit/service-unit.refusals.js';
import { unitRefusals } from './domain/unit/unit.refusals.js';
import { endSubstitutionsWhenRoleEnds } from './policies/end-substitutions-when-role-ends.policy.js';
import { MunicipalityRow } from './read-models/municipality/municipality.entity.js';
import { Municipality1795305600300 } from './read-models/municipality/municipality.migration.js';
import { NumbersAndNames1795305602600 } from './read-models/municipality/numbers-and-names.migration.js';
import { Mergers1796000000020 } from './read-models/municipality/mergers.migration.js';
import { ServedMunicipalities1796300000410 } from './read-models/municipality/served-municipalities.migration.js';
import { ConfirmedSetup1796300004001 } from './read-models/municipality/confirmed-setup.migration.js';
import { municipalities } from './read-models/municipality/municipality.projection.js';
import { PersonRow } from './read-models/person-register/person-register.entity.js';
import { PersonPhone1795305602400 } from './read-models/person-register/person-phone.migration.js';
import { PersonWords1795305602420 } from './read-models/person-register/person-words.migration.js';
import { PersonRegister1795305600304 } from './read-models/person-register/person-register.migration.js';
import { personRegister } from './read-models/person-register/person-register.projection.js';
import { ServiceRow } from './read-models/service-register/service-register.entity.js';
import { Closures1795305602100 } from './read-models/closures.migration.js';
import { ServiceCapacity1795305601000 } from './read-models/service-register/service-capacity.migration.js';
import { ServiceRegister1795305600302 } from './read-models/service-register/service-register.migration.js';
import { serviceRegister } from './read-models/service-register/service-register.projection.js';
import { ServiceUnitRow } from './read-models/service-unit-register/service-unit-register.entity.js';
import { ServiceUnitRegister1795305600303 } from './read-models/service-unit-register/service-unit-register.migration.js';
import { serviceUnitRegister } from './read-models/service-unit-register/service-unit-register.projection.js';
import { UnitRow } from './read-models/unit-register/unit-register.entity.js';
import { UnitRegister1795305600301 } from './read-models/unit-register/unit-register.migration.js';
import { unitRegister } from './read-models/unit-register/unit-register.projection.js';
import { RegistryModule, provides, streams } from './registry.module.js';
import { importRefusals } from './features/imports/import.refusals.js';
import { UnitSubject } from './streams/unit.subject.js';

export type { MunicipalityCommand } from './domain/municipality/municipality.commands.js';
export type { PersonCommand } from './domain/person/person.commands.js';
export type { ServiceCommand } from './domain/service/service.commands.js';
export type { ServiceUnitCommand } from './domain/service-unit/service-unit.commands.js';
export type { UnitCommand } from './domain/unit/unit.commands.js';
export * from './streams/registry.streams.js';
export * from './features/index.js';
export { sentenceFor, type BadLine } from './features/imports/bad-line.js';
export type { GivenFile } from './features/imports/files/read-table.js';
export type { Importer, ImportStep, OnProgress } from './features/imports/import.js';
export {
  MunicipalityImport,
  type MunicipalityImportOptions,
  type MunicipalityImportReport,
} from './features/import-municipalities/municipality-import.js';
export {
  PersonImport,
  type PersonImportOptions,
  type PersonImportReport,
} from './features/import-people/person-import.js';
export { ServiceImport, type ServiceImportOptions } from './features/import-services/service-import.js';
export { servedMunicipalities } from './read-models/municipality/served-municipalities.js';
export { activeTenants } from './read-models/municipality/active-tenants.js';
export { TenantsByNumber } from './read-models/municipality/tenants-by-number.js';
export { readUnits } from './features/import-units/read-units.js';
export type { PersonQuestion } from './features/imports/person-question.js';
export { readAnswers } from './features/import-people/import-people.dto.js';
export type { ImportReport } from './features/imports/import-report.js';
export { UnitImport, type UnitImportOptions, type UnitImportReport } from './features/import-units/unit-import.js';

/** Municipalities with their units, services, people and roles. */
export const registryContext: Context = {
  name: 'registry',
  events: [municipalityEvents, unitEvents, serviceEvents, serviceUnitEvents, personEvents, coordinatorsEvents],
  streams,
  readModels: [municipalities, unitRegister, serviceRegister, serviceUnitRegister, personRegister],
  policies: [endSubstitutionsWhenRoleEnds],
  entities: [MunicipalityRow, UnitRow, ServiceRow, ServiceUnitRow, PersonRow],
  migrations: [
    Municipality1795305600300,
    UnitRegister1795305600301,
    ServiceRegister1795305600302,
    ServiceUnitRegister1795305600303,
    PersonRegister1795305600304,
    ServiceCapacity1795305601000,
    Closures1795305602100,
    PersonPhone1795305602400,
    PersonWords1795305602420,
    NumbersAndNames1795305602600,
    Mergers1796000000020,
    ServedMunicipalities1796300000410,
    ConfirmedSetup1796300004001,
  ],
  refusals: [
    municipalityRefusals,
    unitRefusals,
    serviceRefusals,
    serviceUnitRefusals,
    personRefusals,
    coordinatorsRefusals,
    importRefusals,
  ],
  subjects: [UnitSubject],
  needs: [],
  provides,
  module: RegistryModule,
};
export { REGISTRY_TEXT_RULES, type TextRule } from './text-rules.js';
