import { Global, Module } from '@nestjs/common';
import { CompletedActions, OpenActions, RefusedDecisions, ServiceActions } from './contract/index.js';
import { AbandonActionController } from './features/abandon-action/abandon-action.controller.js';
import { AbandonActionHandler } from './features/abandon-action/abandon-action.handler.js';
import { DeclineActionController } from './features/decline-action/decline-action.controller.js';
import { DeclineActionHandler } from './features/decline-action/decline-action.handler.js';
import { AcceptActionController } from './features/accept-action/accept-action.controller.js';
import { AcceptActionHandler } from './features/accept-action/accept-action.handler.js';
import { AcceptHandoverController } from './features/accept-handover/accept-handover.controller.js';
import { AcceptHandoverHandler } from './features/accept-handover/accept-handover.handler.js';
import { CarryOnActionController } from './features/carry-on-action/carry-on-action.controller.js';
import { CarryOnActionHandler } from './features/carry-on-action/carry-on-action.handler.js';
import { ChangeActionController } from './features/change-action/change-action.controller.js';
import { ChangeActionHandler } from './features/change-action/change-action.handler.js';
import { CompleteActionController } from './features/complete-action/complete-action.controller.js';
import { CompleteActionHandler } from './features/complete-action/complete-action.handler.js';
import { DeclineHandoverController } from './features/decline-handover/decline-handover.controller.js';
import { DeclineHandoverHandler } from './features/decline-handover/decline-handover.handler.js';
import { JudgeEffectController } from './features/judge-effect/judge-effect.controller.js';
import { JudgeEffectHandler } from './features/judge-effect/judge-effect.handler.js';
import { NoteProgressController } from './features/note-progress/note-progress.controller.js';
import { NoteProgressHandler } from './features/note-progress/note-progress.handler.js';
import { OfferHandoverController } from './features/offer-handover/offer-handover.controller.js';
import { OfferHandoverHandler } from './features/offer-handover/offer-handover.handler.js';
import { RecordFollowUpController } from './features/record-follow-up/record-follow-up.controller.js';
import { RecordFollowUpHandler } from './features/record-follow-up/record-follow-up.handler.js';
import { SeeRefusedDecisionController } from './features/see-refused-decision/see-refused-decision.controller.js';
import { SeeRefusedDecisionHandler } from './features/see-refused-decision/see-refused-decision.handler.js';
import { StartActionController } from './features/start-action/start-action.controller.js';
import { StartActionHandler } from './features/start-action/start-action.handler.js';
import { ActionCountsController } from './read-models/action-counts/action-counts.controller.js';
import { CountActionsHandler } from './read-models/action-counts/action-counts.query.js';
import { ActionListController } from './read-models/action-list/action-list.controller.js';
import { ListActionsHandler } from './read-models/action-list/action-list.query.js';
import { ShownActions } from './read-models/action-list/action-shown.js';
import { ReadActionHandler } from './read-models/action-list/one-action.query.js';
import { MeetingParticipants } from './read-models/action-meeting/meeting-participants.js';
import { ActionTimelineController } from './read-models/action-timeline/action-timeline.controller.js';
import { ReadTimelineHandler } from './read-models/action-timeline/action-timeline.query.js';
import { ListedCompletedActions } from './read-models/completed-actions/completed-actions.js';
import { MyActionsController } from './read-models/my-actions/my-actions.controller.js';
import { ListMyActionsHandler } from './read-models/my-actions/my-actions.query.js';
import { ListedOpenActions } from './read-models/open-actions/open-actions.js';
import { CountedRefusals } from './read-models/refused-decisions/counted-refusals.js';
import { RefusedDecisionsController } from './read-models/refused-decisions/refused-decisions.controller.js';
import { ListRefusedDecisionsHandler } from './read-models/refused-decisions/refused-decisions.query.js';
import { ListedServiceActions } from './read-models/service-actions/service-actions.js';
import { ServiceClosingController } from './read-models/service-closing/service-closing.controller.js';
import { PreviewServiceClosingHandler } from './read-models/service-closing/service-closing.query.js';
import { WorkloadController } from './read-models/workload/workload.controller.js';
import { ReadWorkloadHandler } from './read-models/workload/workload.query.js';
import { ActionStreams } from './streams/action.streams.js';
import { ActionSubjects } from './streams/action.subjects.js';
import { RefusedDecisionStreams } from './streams/refused-decision.streams.js';

/** Global, because the meetings context queries open actions, and the alerts context completed ones. */
@Global()
@Module({
  controllers: [
    AbandonActionController,
    AcceptActionController,
    DeclineActionController,
    AcceptHandoverController,
    CarryOnActionController,
    ChangeActionController,
    CompleteActionController,
    DeclineHandoverController,
    JudgeEffectController,
    NoteProgressController,
    OfferHandoverController,
    RecordFollowUpController,
    RefusedDecisionsController,
    SeeRefusedDecisionController,
    StartActionController,
    MyActionsController,
    ActionCountsController,
    ActionListController,
    ActionTimelineController,
    WorkloadController,
    ServiceClosingController,
  ],
  providers: [
    ActionStreams,
    ActionSubjects,
    RefusedDecisionStreams,
    MeetingParticipants,
    ShownActions,
    { provide: OpenActions, useClass: ListedOpenActions },
    { provide: CompletedActions, useClass: ListedCompletedActions },
    { provide: ServiceActions, useClass: ListedServiceActions },
    { provide: RefusedDecisions, useClass: CountedRefusals },
    AbandonActionHandler,
    AcceptActionHandler,
    DeclineActionHandler,
    AcceptHandoverHandler,
    CarryOnActionHandler,
    ChangeActionHandler,
    CompleteActionHandler,
    DeclineHandoverHandler,
    JudgeEffectHandler,
    NoteProgressHandler,
    OfferHandoverHandler,
    RecordFollowUpHandler,
    SeeRefusedDecisionHandler,
    ListRefusedDecisionsHandler,
    StartActionHandler,
    ListActionsHandler,
    ReadActionHandler,
    ListMyActionsHandler,
    CountActionsHandler,
    ReadTimelineHandler,
    ReadWorkloadHandler,
    PreviewServiceClosingHandler,
  ],
  exports: [
    ActionStreams,
    RefusedDecisionStreams,
    ActionSubjects,
    OpenActions,
    CompletedActions,
    RefusedDecisions,
    ServiceActions,
  ],
})
export class ActionsModule {}
