// Expected rights, written from workflow-and-indicators.md § 3.5 only: not from rights.ts, which this table checks.
// «Here» and «there» are two units; each meets once and agrees on actions.
import { relationsOf, rolesToday } from './rights.people.js';
import type { AskerName, Place, Relation } from './rights.people.js';
import { only, row, type Cell, type Row } from './rights.rows.js';

export * from './rights.people.js';

const LEADS = { 'unit-leader': 'own unit', 'meeting-chair': 'own unit' } as const;
/** A list shows its reader's own part, however little that is. */
const LISTED = {
  coordinator: 'anywhere',
  'unit-leader': 'anywhere',
  'meeting-chair': 'anywhere',
  teacher: 'anywhere',
  'service-member': 'anywhere',
  'service-unit-leader': 'anywhere',
} as const;

/**
 * - «rektor / styrer, møteansvarlig»: own unit's protocol, write, file; other units' protocols: no
 * - «teacher»: heading and own items, report back; «PPT …»: meetings they belong to, write in the meeting
 * - «virksomhetsleder»: header of all, actions of her services; «coordinator»: all, plan, exempt, correct codes
 * - «direktør»: per unit, suppressed; «folkevalgt»: published statistics only; «auditor»: the access log
 */
export const MAY = {
  'know who and what there is': row({ ...LISTED, director: 'anywhere' }),
  'change who and what there is': only({ coordinator: 'anywhere' }, 'the coordinator keeps the registers'),
  'sign another person out': only({ coordinator: 'anywhere' }, 'a person signs out alone, or asks the coordinator'),
  'say who sits at the table': only(
    {
      coordinator: 'anywhere',
      'unit-leader': 'own unit',
    },
    'whoever leads the unit says who sits at its table',
  ),
  'plan meetings': only({ coordinator: 'anywhere', ...LEADS }, 'meetings are planned by those who lead them'),
  'plan for all units': only({ coordinator: 'anywhere' }, 'only the coordinator plans for more than one unit'),
  'let a unit off a month': only({ coordinator: 'anywhere' }, 'only the coordinator exempts'),
  /** «agreement per unit per school year … approved by both parties» (R22). */
  'propose an agreement': only(
    { coordinator: 'anywhere', 'unit-leader': 'own unit' },
    'the parties are the unit’s leader and the leader of its services; the coordinator looks after them',
  ),
  'approve an agreement for the unit': only({ 'unit-leader': 'own unit' }, 'only its leader speaks for the unit'),
  // The domain refuses those who lead none of its services.
  'approve an agreement for the services': only(
    { coordinator: 'anywhere', 'service-unit-leader': 'anywhere' },
    'only those who lead services speak for them',
  ),
  'see the header of a meeting': row({
    coordinator: 'anywhere',
    'service-unit-leader': 'anywhere',
    ...LEADS,
    teacher: ['own unit', 'own meeting'],
    'service-member': 'own meeting',
  }),
  'see the page of a unit': row({
    coordinator: 'anywhere',
    'service-unit-leader': 'anywhere',
    ...LEADS,
    // Its standing participants and their deputies, without its figures; one who was at a meeting once is none.
    teacher: ['own unit', 'own table'],
    'service-member': 'own table',
  }),
  'read a protocol': row({
    coordinator: 'anywhere',
    ...LEADS,
    'service-member': 'own meeting',
    teacher: 'no: § 3.5 gives teachers the heading and their own items',
    'service-unit-leader': 'no: § 3.5 gives leaders of service units the header of all',
  }),
  'write in a protocol': row({
    ...LEADS,
    'service-member': 'own meeting',
    coordinator: 'no: § 3.5 lets the coordinator plan, exempt, remind and correct codes, not write',
    teacher: 'no: § 3.5 lets teachers report back only',
    'service-unit-leader': 'no: § 3.5 gives leaders of service units the header of all',
  }),
  'file a protocol': only(LEADS, 'whoever leads the meeting files its protocol'),
  'declare a protocol lost': only(
    { coordinator: 'anywhere' },
    'only the coordinator declares that nobody can write it',
  ),
  'read an action': row({
    coordinator: 'anywhere',
    'unit-leader': ['own unit', 'own action'],
    'meeting-chair': ['own unit', 'own action'],
    teacher: 'own action',
    'service-member': ['own meeting', 'own action'],
    'service-unit-leader': ['own service', 'own action'],
  }),
  'report on an action': row({
    coordinator: 'own action',
    'unit-leader': ['own unit', 'own action'],
    'meeting-chair': ['own unit', 'own action'],
    teacher: 'own action',
    'service-member': 'own action',
    'service-unit-leader': 'own action',
  }),
  'change an action': row({
    coordinator: 'owned action',
    'unit-leader': ['own unit', 'owned action'],
    'meeting-chair': ['own unit', 'owned action'],
    'service-member': 'owned action',
    'service-unit-leader': 'owned action',
    teacher: 'no: § 3.5 lets teachers report back only',
  }),
  'hand an action over': row({
    coordinator: 'anywhere',
    'unit-leader': ['own unit', 'owned action'],
    'service-unit-leader': ['own service', 'owned action'],
    'meeting-chair': 'owned action',
    teacher: 'owned action',
    'service-member': 'owned action',
  }),
  'see lists of meetings': row(LISTED),
  'see lists of protocols': row({
    ...LISTED,
    teacher: 'no: § 3.5 gives teachers the heading and their own items',
    'service-unit-leader': 'no: § 3.5 gives leaders of service units the header of all',
  }),
  'see lists of actions': row(LISTED),
  'see the board': only(
    {
      coordinator: 'anywhere',
      'service-unit-leader': 'anywhere',
      director: 'anywhere',
      'unit-leader': 'anywhere',
      'meeting-chair': 'anywhere',
    },
    'the board compares units: § 3.5 gives raw figures of a unit to those who lead it',
  ),
  'see how a unit keeps to the system': only(
    {
      coordinator: 'anywhere',
      'service-unit-leader': 'anywhere',
      director: 'anywhere',
      ...LEADS,
    },
    '§ 3.5 gives figures of a unit to those who lead it',
  ),
  /** «virksomhetsleder: attendance, actions of her services»; «Belastning … only to leader and coordinator». */
  'see what services carry': only(
    {
      coordinator: 'anywhere',
      'service-unit-leader': 'anywhere',
    },
    'indicator 30 is for the leader of the services and the coordinator',
  ),
  'see how a service attends': only(
    {
      coordinator: 'anywhere',
      'service-unit-leader': 'own service',
    },
    'attendance is for the leader of the service and the coordinator',
  ),
  'see alerts': row(LISTED),
  /** The people whom a step told, and the coordinator. */
  'answer an alert': row({
    coordinator: 'anywhere',
    'unit-leader': 'told of the alert',
    'meeting-chair': 'told of the alert',
    teacher: 'told of the alert',
    'service-member': 'told of the alert',
    'service-unit-leader': 'told of the alert',
  }),
  /** «coordinator: all … follow up»; reminders are for those who lead the unit. */
  'follow units up': only({ coordinator: 'anywhere' }, 'following up is the coordinator’s own work'),
  /** Everyone with meetings is told of changes in their own: the director has none. */
  'hear what is new in the meeting plan': row(LISTED),
  /** Mail goes to those who take part or lead; the coordinator sees to it that it arrives (§ 3.8). */
  'get mail': row(LISTED),
  'look after mail': only(
    {
      coordinator: 'anywhere',
    },
    'mail that another person got is for the coordinator who sees to it',
  ),
  /** «The coordinator, and unit leaders for their own unit, see raw figures» (§ 3.7 a). */
  'see what figures are made of': only(
    {
      coordinator: 'anywhere',
      'unit-leader': 'anywhere',
      'meeting-chair': 'anywhere',
    },
    '§ 3.7 a: raw figures are for the coordinator and those who lead a unit',
  ),
  /** The same, of one unit. */
  'see a unit’s raw figures': only(
    {
      coordinator: 'anywhere',
      ...LEADS,
    },
    '§ 3.7 a: raw figures are for the coordinator and those who lead the unit',
  ),
  /** «direktør: per unit, suppressed»; «virksomhetsleder: of what she may open, else protected». */
  'see figures': only(
    {
      coordinator: 'anywhere',
      'service-unit-leader': 'anywhere',
      director: 'anywhere',
      'unit-leader': 'anywhere',
      'meeting-chair': 'anywhere',
    },
    'members of services and teachers see published statistics only (ADR 0335)',
  ),
  'publish figures': only({ coordinator: 'anywhere' }, 'the coordinator publishes'),
  'document a period for supervision': only({ coordinator: 'anywhere' }, 'the coordinator answers those who supervise'),
  'see reminders': only(
    {
      'unit-leader': 'anywhere',
      'meeting-chair': 'anywhere',
    },
    'reminders are for those who lead the unit',
  ),
} as const satisfies Record<string, Row>;
export type Capability = keyof typeof MAY;

/** Reasons why a person may not; none for a person who may, by any of the roles held today. */
export function whyNot(who: AskerName, what: Capability, where: Place): readonly string[] | undefined {
  const roles = rolesToday(who);
  if (roles.length === 0) return ['has no role today'];
  const reasons: string[] = [];
  for (const held of roles) {
    const cell: Cell = MAY[what][held.role];
    if (cell === 'anywhere') return undefined;
    if (typeof cell === 'string' && cell.startsWith('no: ')) {
      reasons.push(`${held.role}: ${cell.slice('no: '.length)}`);
      continue;
    }
    const wanted = [cell].flat() as readonly Relation[];
    const has = relationsOf(who, held, where);
    if (wanted.some((relation) => has.has(relation))) return undefined;
    reasons.push(`${held.role}: ${wanted.map((relation) => `not ${relation}`).join(', ')}`);
  }
  return reasons;
}
export const may = (who: AskerName, what: Capability, where: Place): boolean => whyNot(who, what, where) === undefined;

/** The capability that each route needs. A route without a line fails the test: add one here, from § 3.5. */
export const ROUTES: readonly (readonly [RegExp, Capability])[] = [
  [/^(GET|POST) \/api\/people\/:personId\/digests/, 'look after mail'],
  [/^DELETE \/api\/people\/:personId\/sessions/, 'sign another person out'],
  [/^PUT \/api\/units\/:unitId\/standing-participants$/, 'say who sits at the table'],
  [/^(GET|POST|PUT|DELETE) \/api\/(sign-ins|standing-participants)(\/|$)/, 'change who and what there is'],
  [
    /^(POST|PUT|DELETE) \/api\/(municipality|people|services|service-units|imports)(\/|$)/,
    'change who and what there is',
  ],
  [/^GET \/api\/(services\/(workload|needs)|attendance)$/, 'see what services carry'],
  [/^GET \/api\/attendance\/:serviceId/, 'see how a service attends'],
  // The test checks the words of the answer.
  [/^GET \/api\/search$/, 'know who and what there is'],
  [/^GET \/api\/(units|services|service-units)\/:\w+\/closing/, 'change who and what there is'],
  [/^GET \/api\/organisation$/, 'know who and what there is'],
  [/^GET \/api\/(municipality|people|services|service-units)(\/|$)/, 'know who and what there is'],
  [/^GET \/api\/units(\/:unitId(\/(owner-candidates|closure-history))?)?$/, 'know who and what there is'],
  [/^(POST|DELETE) \/api\/units\/:unitId\/school-years\/:schoolYear\/exemptions/, 'let a unit off a month'],
  [/^POST \/api\/units\/:unitId\/school-years\/:schoolYear\/agreement$/, 'propose an agreement'],
  [/^POST \/api\/units\/.*\/agreement\/unit-approval$/, 'approve an agreement for the unit'],
  [/^POST \/api\/units\/.*\/agreement\/services-approval$/, 'approve an agreement for the services'],
  [/^GET \/api\/units\/:unitId\/school-years\/:schoolYear\/agreement(\.pdf)?$/, 'see the page of a unit'],
  [/^GET \/api\/agreements$/, 'see the board'],
  [/^POST \/api\/units\/:unitId\/school-years\/:schoolYear\//, 'plan meetings'],
  [/^POST \/api\/units\/:unitId\/(reminders|calls)$/, 'follow units up'],
  [/^(POST|PUT|DELETE) \/api\/units(\/|$)/, 'change who and what there is'],

  // «coordinator: plan» for the whole municipality.
  [/^POST \/api\/school-years\/:schoolYear\/(proposals|plan)$/, 'plan for all units'],
  [/^GET \/api\/school-years\/:schoolYear\/proposals$/, 'plan for all units'],
  [/^GET \/api\/units\/:unitId\/months\/:month\/free-days$/, 'plan meetings'],
  [/^GET \/api\/units\/:unitId\/school-years\/:schoolYear\/proposal$/, 'plan meetings'],
  [/^POST \/api\/meetings$/, 'plan meetings'],
  [
    /^(POST|PUT) \/api\/meetings\/:meetingId\/(move|notice|postponement|cancellation|held|held-retraction)$/,
    'plan meetings',
  ],
  [/^(GET|POST|PUT|DELETE) \/api\/meetings\/:meetingId\/draft/, 'write in a protocol'],
  [/^(POST|PUT) \/api\/meetings\/:meetingId\/(protocol|corrections)$/, 'file a protocol'],
  [/^POST \/api\/meetings\/:meetingId\/protocol-loss$/, 'declare a protocol lost'],
  [/^GET \/api\/meetings\/:meetingId\/protocol/, 'read a protocol'],
  [/^GET \/api\/meetings\/:meetingId(\/(timeline|answers))?$/, 'see the header of a meeting'],
  [/^GET \/api\/meetings$/, 'see lists of meetings'],
  [/^GET \/api\/protocols$/, 'see lists of protocols'],
  [/^GET \/api\/readiness$/, 'change who and what there is'],
  [/^GET \/api\/board$/, 'see the board'],
  [/^GET \/api\/units\/:unitId\/overview$/, 'see the page of a unit'],
  [/^(POST|PUT) \/api\/actions\/:actionId\/(changes|extensions|abandonment)$/, 'change an action'],
  [/^(POST|PUT) \/api\/actions\/:actionId\/handover$/, 'hand an action over'],
  // The domain decides whether the action was offered to the asker; a person who cannot see the action learns nothing
  // of it.
  [/^(POST|PUT) \/api\/actions\/:actionId\/handover\//, 'read an action'],
  [/^(POST|PUT) \/api\/actions\/:actionId\//, 'report on an action'],
  [/^GET \/api\/actions\/:actionId(\/timeline)?$/, 'read an action'],
  [/^GET \/api\/actions(\/(mine|counts))?$/, 'see lists of actions'],
  [/^GET \/api\/alerts(\/told)?$/, 'see alerts'],
  [/^POST \/api\/alerts\/(releases|ladder-preview)$/, 'follow units up'],
  [/^POST \/api\/alerts\/:alertId\//, 'answer an alert'],
  [/^GET \/api\/(follow-up|units\/:unitId\/follow-up|start\/coordinator)$/, 'follow units up'],
  [/^(GET \/api\/refused-decisions|POST \/api\/refused-decisions\/:refusalId\/seen)$/, 'follow units up'],
  [/^GET \/api\/reminders$/, 'see reminders'],
  [/^(GET \/api\/news|POST \/api\/news\/seen)$/, 'hear what is new in the meeting plan'],
  [/^(GET|POST|DELETE) \/api\/calendar-feed$/, 'hear what is new in the meeting plan'],
  [/^(GET|PUT) \/api\/mail\/preferences$/, 'get mail'],
  [/^GET \/api\/mail\/(outbox(\/|$)|unreached$)/, 'look after mail'],
  [/^(GET|POST) \/api\/digests(\/.*)?$/, 'get mail'],
  [/^GET \/api\/orphans$/, 'see lists of actions'],
  [/^(GET \/api\/publications\/preview|POST \/api\/publications)$/, 'publish figures'],
  [/^GET \/api\/supervision-package$/, 'document a period for supervision'],
  [/^GET \/api\/statistics\/:indicator\/(cases|changes)$/, 'see what figures are made of'],
  [/^GET \/api\/statistics(\/|$)/, 'see figures'],
];
