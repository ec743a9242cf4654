import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { Askers } from '#platform/identity';
import { CurrentSettings, Directory, Municipalities } from './contract/index.js';
import { MunicipalityImport } from './features/import-municipalities/municipality-import.js';
import { PersonImport } from './features/import-people/person-import.js';
import { ServiceImport } from './features/import-services/service-import.js';
import { UnitImport } from './features/import-units/unit-import.js';
import { DatabaseMunicipalities } from './read-models/municipality/served-municipalities.js';
import { TenantsByNumber } from './read-models/municipality/tenants-by-number.js';
import { RegistryAskers } from './read-models/registry-askers.js';
import { RegistryDirectory } from './read-models/registry-directory.js';
import {
  CoordinatorsStreams,
  MunicipalityStreams,
  PersonStreams,
  ServiceStreams,
  ServiceUnitStreams,
  UnitStreams,
} from './streams/registry.streams.js';
import { CurrentSettingsAtStream } from './streams/current-settings.js';
import { EndingRoles } from './streams/ending-roles.js';
import { UnitSubject } from './streams/unit.subject.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [
  MunicipalityStreams,
  UnitStreams,
  ServiceStreams,
  ServiceUnitStreams,
  PersonStreams,
  CoordinatorsStreams,
];
/** Contract classes that other contexts may inject. */
export const provides = [Directory, CurrentSettings, Municipalities];
const answers = [
  { provide: Directory, useClass: RegistryDirectory },
  { provide: CurrentSettings, useClass: CurrentSettingsAtStream },
  { provide: Municipalities, useClass: DatabaseMunicipalities },
  { provide: Askers, useClass: RegistryAskers },
];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    ...answers,
    TenantsByNumber,
    EndingRoles,
    UnitSubject,
    UnitImport,
    MunicipalityImport,
    PersonImport,
    ServiceImport,
  ],
  exports: [...provides, Askers],
})
export class RegistryModule {}
