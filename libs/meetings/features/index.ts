import { PlanSchoolYearController } from './plan-school-year/plan-school-year.controller.js';
import { PlanSchoolYearHandler } from './plan-school-year/plan-school-year.handler.js';
import { PlanSchoolYearsController } from './plan-school-years/plan-school-years.controller.js';
import { PlanSchoolYearsHandler } from './plan-school-years/plan-school-years.handler.js';
import { ListFreeDaysController } from './list-free-days/list-free-days.controller.js';
import { ListFreeDaysHandler } from './list-free-days/list-free-days.query.js';
import { ExemptMonthController } from './exempt-month/exempt-month.controller.js';
import { ExemptMonthHandler } from './exempt-month/exempt-month.handler.js';
import { WithdrawExemptionController } from './withdraw-exemption/withdraw-exemption.controller.js';
import { WithdrawExemptionHandler } from './withdraw-exemption/withdraw-exemption.handler.js';
import { PlanMeetingController } from './plan-meeting/plan-meeting.controller.js';
import { PlanMeetingHandler } from './plan-meeting/plan-meeting.handler.js';
import { MoveMeetingController } from './move-meeting/move-meeting.controller.js';
import { MoveMeetingHandler } from './move-meeting/move-meeting.handler.js';
import { GiveNoticeController } from './give-notice/give-notice.controller.js';
import { GiveNoticeHandler } from './give-notice/give-notice.handler.js';
import { PostponeMeetingController } from './postpone-meeting/postpone-meeting.controller.js';
import { PostponeMeetingHandler } from './postpone-meeting/postpone-meeting.handler.js';
import { CancelMeetingController } from './cancel-meeting/cancel-meeting.controller.js';
import { CancelMeetingHandler } from './cancel-meeting/cancel-meeting.handler.js';
import { HoldMeetingController } from './hold-meeting/hold-meeting.controller.js';
import { HoldMeetingHandler } from './hold-meeting/hold-meeting.handler.js';
import { RetractHeldController } from './retract-held/retract-held.controller.js';
import { RetractHeldHandler } from './retract-held/retract-held.handler.js';
import { DeclareProtocolLostController } from './declare-protocol-lost/declare-protocol-lost.controller.js';
import { DeclareProtocolLostHandler } from './declare-protocol-lost/declare-protocol-lost.handler.js';
import { FileProtocolController } from './file-protocol/file-protocol.controller.js';
import { FileProtocolHandler } from './file-protocol/file-protocol.handler.js';
import { CorrectProtocolController } from './correct-protocol/correct-protocol.controller.js';
import { CorrectProtocolHandler } from './correct-protocol/correct-protocol.handler.js';
import { SaveDraftController } from './save-draft/save-draft.controller.js';
import { SaveDraftHandler } from './save-draft/save-draft.handler.js';
import {
  ProposeForAllController,
  ProposeSchoolYearController,
} from './propose-school-year/propose-school-year.controller.js';
import { ProposeForAllHandler, ProposeSchoolYearHandler } from './propose-school-year/propose-school-year.query.js';
import { PrintProtocolController } from './print-protocol/print-protocol.controller.js';
import { PrintProtocolHandler } from './print-protocol/print-protocol.query.js';
import { TellPresenceController } from './tell-presence/tell-presence.controller.js';
import { TellPresenceHandler } from './tell-presence/tell-presence.handler.js';
import { WatchDraftController } from './watch-draft/watch-draft.controller.js';
import { ReadDraftController } from './read-draft/read-draft.controller.js';
import { ReadDraftHandler } from './read-draft/read-draft.query.js';

/** All command handlers of the meetings context. */
export const featureHandlers = [
  PlanSchoolYearHandler,
  PlanSchoolYearsHandler,
  ExemptMonthHandler,
  WithdrawExemptionHandler,
  PlanMeetingHandler,
  MoveMeetingHandler,
  GiveNoticeHandler,
  PostponeMeetingHandler,
  CancelMeetingHandler,
  HoldMeetingHandler,
  RetractHeldHandler,
  DeclareProtocolLostHandler,
  FileProtocolHandler,
  CorrectProtocolHandler,
  SaveDraftHandler,
  ProposeSchoolYearHandler,
  ProposeForAllHandler,
  ListFreeDaysHandler,
  ReadDraftHandler,
  TellPresenceHandler,
  PrintProtocolHandler,
];
export const featureControllers = [
  PlanSchoolYearController,
  PlanSchoolYearsController,
  ExemptMonthController,
  WithdrawExemptionController,
  PlanMeetingController,
  MoveMeetingController,
  GiveNoticeController,
  PostponeMeetingController,
  CancelMeetingController,
  HoldMeetingController,
  RetractHeldController,
  DeclareProtocolLostController,
  FileProtocolController,
  CorrectProtocolController,
  SaveDraftController,
  ProposeSchoolYearController,
  ProposeForAllController,
  ListFreeDaysController,
  ReadDraftController,
  TellPresenceController,
  PrintProtocolController,
  WatchDraftController,
];
