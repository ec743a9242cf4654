import { MunicipalityController } from './municipality/municipality.controller.js';
import { GetMunicipalityHandler } from './municipality/municipality.query.js';
import { OwnerCandidatesController } from './owner-candidates/owner-candidates.controller.js';
import { ListOwnerCandidatesHandler } from './owner-candidates/owner-candidates.query.js';
import { PersonRegisterController } from './person-register/person-register.controller.js';
import { GetPersonHandler, ListPeopleHandler } from './person-register/person-register.query.js';
import { ServiceRegisterController } from './service-register/service-register.controller.js';
import { ListServicesHandler } from './service-register/service-register.query.js';
import { ServiceUnitRegisterController } from './service-unit-register/service-unit-register.controller.js';
import { ListServiceUnitsHandler } from './service-unit-register/service-unit-register.query.js';
import { UnitRegisterController } from './unit-register/unit-register.controller.js';
import { GetUnitHandler, ListUnitsHandler } from './unit-register/unit-register.query.js';

/** All query handlers of the registry. */
export const queryHandlers = [
  GetMunicipalityHandler,
  ListUnitsHandler,
  GetUnitHandler,
  ListServicesHandler,
  ListServiceUnitsHandler,
  ListPeopleHandler,
  GetPersonHandler,
  ListOwnerCandidatesHandler,
];
export const queryControllers = [
  MunicipalityController,
  UnitRegisterController,
  ServiceRegisterController,
  ServiceUnitRegisterController,
  PersonRegisterController,
  OwnerCandidatesController,
];
