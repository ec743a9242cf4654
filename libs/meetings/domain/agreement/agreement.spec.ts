import type { CalendarDate, MeetingId, PersonId, SchoolYear, ServiceId, TimeOfDay, UnitId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import {
  AgreementApproved,
  AgreementProposed,
  type AgreementContent,
  type AgreementParty,
} from '../../contract/agreement.events.js';
import type { ApproveAgreement, ProposeAgreement, ServicesSide } from './agreement.commands.js';
import { agreement } from './agreement.decider.js';

const of = { unitId: '974552876' as UnitId, schoolYear: 2026 as SchoolYear };
const day = (text: string) => text as CalendarDate;
const head = '018f0c5e-0000-7000-8000-000000000001' as PersonId;
const leader = '018f0c5e-0000-7000-8000-000000000002' as PersonId;
const today = day('2026-08-20');
const content = (changes: Partial<AgreementContent> = {}): AgreementContent => ({
  dates: [
    {
      meetingId: '018f0c5e-0000-7000-8000-0000000000a1' as MeetingId,
      on: day('2026-09-08'),
      startsAt: '12:30' as TimeOfDay,
    },
  ],
  members: [{ personId: head, deputyId: null }],
  services: [{ serviceId: '018f0c5e-0000-7000-8000-0000000000b1' as ServiceId, mustAttend: true }],
  ...changes,
});
const other = content({ members: [{ personId: head, deputyId: leader }] });

const propose = (it: AgreementContent, isUnitLeader = false): ProposeAgreement => ({
  type: 'ProposeAgreement',
  ...of,
  by: head,
  today,
  content: it,
  isUnitLeader,
});
const LEADER: ServicesSide = { leadsService: true, isCoordinator: false, hasLeader: true };
const approve = (party: AgreementParty, version = 1, as = LEADER): ApproveAgreement => ({
  type: 'ApproveAgreement',
  ...of,
  party,
  version,
  by: leader,
  today,
  as,
});
const proposed = (version: number, it: AgreementContent) =>
  AgreementProposed({ ...of, version, proposedBy: head, on: today, content: it });
const approved = (version: number, party: AgreementParty, approvedBy = leader) =>
  AgreementApproved({ ...of, version, party, approvedBy, on: today });

const a = specification('an agreement', agreement);

a.accepts('a first version').given().when(propose(content())).then(proposed(1, content()));
a.accepts('the proposal of the unit’s leader as the unit’s approval')
  .given()
  .when(propose(content(), true))
  .then(proposed(1, content()), approved(1, 'unit', head));
a.accepts('the same proposal again, which changes nothing')
  .given(proposed(1, content()), approved(1, 'services'))
  .when(propose(content()))
  .then();
a.accepts('the same proposal by the unit’s leader, which approves it for the unit')
  .given(proposed(1, content()))
  .when(propose(content(), true))
  .then(approved(1, 'unit', head));
a.accepts('the same proposal by the unit’s leader who has approved it, which changes nothing')
  .given(proposed(1, content()), approved(1, 'unit', head))
  .when(propose(content(), true))
  .then();
a.accepts('a change after both approved it, as a version that neither has approved')
  .given(proposed(1, content()), approved(1, 'unit'), approved(1, 'services'))
  .when(propose(other))
  .then(proposed(2, other));
a.accepts('that the services approve a new version, though they approved the one before')
  .given(proposed(1, content()), approved(1, 'services'), proposed(2, other))
  .when(approve('services', 2))
  .then(approved(2, 'services'));
a.accepts('the approval of each party, in either order')
  .given(proposed(1, content()), approved(1, 'services'))
  .when(approve('unit'))
  .then(approved(1, 'unit'));
a.accepts('a repeated approval, which changes nothing')
  .given(proposed(1, content()), approved(1, 'unit'))
  .when(approve('unit'))
  .then();
a.accepts('that the coordinator approves for services without a leader')
  .given(proposed(1, content()))
  .when(approve('services', 1, { leadsService: false, isCoordinator: true, hasLeader: false }))
  .then(approved(1, 'services'));

a.refuses('that the coordinator approves for services that have a leader')
  .given(proposed(1, content()))
  .when(approve('services', 1, { leadsService: false, isCoordinator: true, hasLeader: true }))
  .with('AGREEMENT_OF_OTHER_SERVICES');
a.refuses('that a leader of other services approves, even where the services have no leader')
  .given(proposed(1, content()))
  .when(approve('services', 1, { leadsService: false, isCoordinator: false, hasLeader: false }))
  .with('AGREEMENT_OF_OTHER_SERVICES');
a.refuses('the approval of a version that has been replaced')
  .given(proposed(1, content()), proposed(2, other))
  .when(approve('unit', 1))
  .with({ rule: 'AGREEMENT_PROPOSED_ANEW', at: 'version' });
a.refuses('an approval before anything is proposed').given().when(approve('unit')).with('AGREEMENT_NOT_PROPOSED');
a.refuses('an empty proposal, and says all that is missing')
  .given()
  .when(propose({ dates: [], members: [], services: [] }))
  .with('AGREEMENT_WITHOUT_MEETINGS', 'AGREEMENT_WITHOUT_MEMBERS', 'AGREEMENT_WITHOUT_SERVICES');
