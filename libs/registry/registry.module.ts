import { Global, Module } from '@nestjs/common';
import { Askers } from '#platform/identity';
import { Directory } from './contract/index.js';
import { commandControllers, commandHandlers } from './features/index.js';
import { MunicipalityImport } from './features/import-municipalities/municipality-import.js';
import { PersonImport } from './features/import-people/person-import.js';
import { ImportPeopleController } from './features/import-people/import-people.controller.js';
import { ImportServicesController } from './features/import-services/import-services.controller.js';
import { ServiceImport } from './features/import-services/service-import.js';
import { ImportUnitsController } from './features/import-units/import-units.controller.js';
import { UnitImport } from './features/import-units/unit-import.js';
import { queryControllers, queryHandlers } from './read-models/index.js';
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
import { UnitSubject } from './streams/unit.subject.js';

export const streams = [
  MunicipalityStreams,
  UnitStreams,
  ServiceStreams,
  ServiceUnitStreams,
  PersonStreams,
  CoordinatorsStreams,
];
const answers = [
  { provide: Directory, useClass: RegistryDirectory },
  { provide: Askers, useClass: RegistryAskers },
];

/** Global, because every context may query the directory. */
@Global()
@Module({
  controllers: [
    ...queryControllers,
    ...commandControllers,
    ImportUnitsController,
    ImportPeopleController,
    ImportServicesController,
  ],
  providers: [
    ...streams,
    ...answers,
    UnitSubject,
    UnitImport,
    MunicipalityImport,
    PersonImport,
    ServiceImport,
    ...commandHandlers,
    ...queryHandlers,
  ],
  exports: [...streams, Directory, Askers, UnitSubject, UnitImport, MunicipalityImport, PersonImport, ServiceImport],
})
export class RegistryModule {}
