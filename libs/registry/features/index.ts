import { RegisterMunicipalityHandler } from './register-municipality/register-municipality.handler.js';
import { ChangeMunicipalityHandler } from './change-municipality/change-municipality.handler.js';
import { ChangeMunicipalityController } from './change-municipality/change-municipality.controller.js';
import { ChangeSettingsHandler } from './change-settings/change-settings.handler.js';
import { ChangeSettingsController } from './change-settings/change-settings.controller.js';
import { SetSchoolCalendarHandler } from './set-school-calendar/set-school-calendar.handler.js';
import { SetSchoolCalendarController } from './set-school-calendar/set-school-calendar.controller.js';
import { RegisterUnitHandler } from './register-unit/register-unit.handler.js';
import { RegisterUnitController } from './register-unit/register-unit.controller.js';
import { ChangeUnitDetailsHandler } from './change-unit-details/change-unit-details.handler.js';
import { ChangeUnitDetailsController } from './change-unit-details/change-unit-details.controller.js';
import { ChangeObligationHandler } from './change-obligation/change-obligation.handler.js';
import { ChangeObligationController } from './change-obligation/change-obligation.controller.js';
import { SetJointMeetingPlaceHandler } from './set-joint-meeting-place/set-joint-meeting-place.handler.js';
import { SetJointMeetingPlaceController } from './set-joint-meeting-place/set-joint-meeting-place.controller.js';
import { CloseUnitHandler } from './close-unit/close-unit.handler.js';
import { CloseUnitController } from './close-unit/close-unit.controller.js';
import { ReopenUnitHandler } from './reopen-unit/reopen-unit.handler.js';
import { ReopenUnitController } from './reopen-unit/reopen-unit.controller.js';
import { WithdrawUnitClosureHandler } from './withdraw-unit-closure/withdraw-unit-closure.handler.js';
import { WithdrawUnitClosureController } from './withdraw-unit-closure/withdraw-unit-closure.controller.js';
import { AssignServiceHandler } from './assign-service/assign-service.handler.js';
import { AssignServiceController } from './assign-service/assign-service.controller.js';
import { UnassignServiceHandler } from './unassign-service/unassign-service.handler.js';
import { UnassignServiceController } from './unassign-service/unassign-service.controller.js';
import { SetStandingParticipantsHandler } from './set-standing-participants/set-standing-participants.handler.js';
import { SetStandingParticipantsController } from './set-standing-participants/set-standing-participants.controller.js';
import { RegisterServiceHandler } from './register-service/register-service.handler.js';
import { RegisterServiceController } from './register-service/register-service.controller.js';
import { ChangeServiceHandler } from './change-service/change-service.handler.js';
import { ChangeServiceController } from './change-service/change-service.controller.js';
import { SetServiceCapacityHandler } from './set-service-capacity/set-service-capacity.handler.js';
import { SetServiceCapacityController } from './set-service-capacity/set-service-capacity.controller.js';
import { CloseServiceHandler } from './close-service/close-service.handler.js';
import { CloseServiceController } from './close-service/close-service.controller.js';
import { ReopenServiceHandler } from './reopen-service/reopen-service.handler.js';
import { ReopenServiceController } from './reopen-service/reopen-service.controller.js';
import { WithdrawServiceClosureHandler } from './withdraw-service-closure/withdraw-service-closure.handler.js';
import { WithdrawServiceClosureController } from './withdraw-service-closure/withdraw-service-closure.controller.js';
import { RegisterServiceUnitHandler } from './register-service-unit/register-service-unit.handler.js';
import { RegisterServiceUnitController } from './register-service-unit/register-service-unit.controller.js';
import { RenameServiceUnitHandler } from './rename-service-unit/rename-service-unit.handler.js';
import { RenameServiceUnitController } from './rename-service-unit/rename-service-unit.controller.js';
import { CloseServiceUnitHandler } from './close-service-unit/close-service-unit.handler.js';
import { CloseServiceUnitController } from './close-service-unit/close-service-unit.controller.js';
import { ReopenServiceUnitHandler } from './reopen-service-unit/reopen-service-unit.handler.js';
import { ReopenServiceUnitController } from './reopen-service-unit/reopen-service-unit.controller.js';
import { WithdrawServiceUnitClosureHandler } from './withdraw-service-unit-closure/withdraw-service-unit-closure.handler.js';
import { WithdrawServiceUnitClosureController } from './withdraw-service-unit-closure/withdraw-service-unit-closure.controller.js';
import { RegisterPersonHandler } from './register-person/register-person.handler.js';
import { RegisterPersonController } from './register-person/register-person.controller.js';
import { ChangePersonHandler } from './change-person/change-person.handler.js';
import { ChangePersonController } from './change-person/change-person.controller.js';
import { SetPhoneHandler } from './set-phone/set-phone.handler.js';
import { SetPhoneController } from './set-phone/set-phone.controller.js';
import { GiveRoleHandler } from './give-role/give-role.handler.js';
import { GiveRoleController } from './give-role/give-role.controller.js';
import { EndRoleHandler } from './end-role/end-role.handler.js';
import { EndRoleController } from './end-role/end-role.controller.js';

/** All command handlers of the registry. */
export const commandHandlers = [
  RegisterMunicipalityHandler,
  ChangeMunicipalityHandler,
  ChangeSettingsHandler,
  SetSchoolCalendarHandler,
  RegisterUnitHandler,
  ChangeUnitDetailsHandler,
  ChangeObligationHandler,
  SetJointMeetingPlaceHandler,
  CloseUnitHandler,
  ReopenUnitHandler,
  WithdrawUnitClosureHandler,
  AssignServiceHandler,
  UnassignServiceHandler,
  SetStandingParticipantsHandler,
  RegisterServiceHandler,
  ChangeServiceHandler,
  SetServiceCapacityHandler,
  CloseServiceHandler,
  ReopenServiceHandler,
  WithdrawServiceClosureHandler,
  RegisterServiceUnitHandler,
  RenameServiceUnitHandler,
  CloseServiceUnitHandler,
  ReopenServiceUnitHandler,
  WithdrawServiceUnitClosureHandler,
  RegisterPersonHandler,
  ChangePersonHandler,
  SetPhoneHandler,
  GiveRoleHandler,
  EndRoleHandler,
];
export const commandControllers = [
  ChangeMunicipalityController,
  ChangeSettingsController,
  SetSchoolCalendarController,
  RegisterUnitController,
  ChangeUnitDetailsController,
  ChangeObligationController,
  SetJointMeetingPlaceController,
  CloseUnitController,
  ReopenUnitController,
  WithdrawUnitClosureController,
  AssignServiceController,
  UnassignServiceController,
  SetStandingParticipantsController,
  RegisterServiceController,
  ChangeServiceController,
  SetServiceCapacityController,
  CloseServiceController,
  ReopenServiceController,
  WithdrawServiceClosureController,
  RegisterServiceUnitController,
  RenameServiceUnitController,
  CloseServiceUnitController,
  ReopenServiceUnitController,
  WithdrawServiceUnitClosureController,
  RegisterPersonController,
  ChangePersonController,
  SetPhoneController,
  GiveRoleController,
  EndRoleController,
];
