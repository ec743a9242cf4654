// Expected rights, written from workflow-and-indicators.md § 3.5 only: not from rights.ts, which this table checks.
// «Here» and «there» are two units; each meets once and agrees on actions.

/** Everyone who asks. */
export const ASKERS = [
  'coordinator',
  'bfeLeader',
  'director',
  'elected',
  'auditor',
  'leaderHere',
  'leaderThere',
  'chairHere',
  'teacherHere',
  'teacherThere',
  'pptHere',
  'nurseNowhere',
  'childWelfareThere',
] as const;
export type AskerName = (typeof ASKERS)[number];
export type Place = 'here' | 'there';

type Who = Readonly<Record<Place, readonly AskerName[]>>;
const both = (...names: AskerName[]): Who => ({ here: names, there: names });
const at = (here: readonly AskerName[], there: readonly AskerName[]): Who => ({ here, there });

/** Employees; the elected read published statistics and the auditor the access log. */
const EMPLOYED = ASKERS.filter((name) => name !== 'elected' && name !== 'auditor');
const leads = { here: ['leaderHere', 'chairHere'], there: ['leaderThere'] } as const;

/**
 * - «rektor / styrer, møteansvarlig»: own unit's protocol, write, file; other units' protocols: no
 * - «teacher»: heading and own items, report back; «PPT …»: meetings they belong to, write in the meeting
 * - «virksomhetsleder»: header of all, actions of her services; «coordinator»: all, plan, exempt, correct codes
 * - «direktør»: per unit, suppressed; «folkevalgt»: published statistics only; «auditor»: the access log
 */
export const MAY = {
  'know who and what there is': both(...EMPLOYED),
  'change who and what there is': both('coordinator'),
  'sign another person out': both('coordinator'),
  'say who sits at the table': at(['coordinator', 'leaderHere'], ['coordinator', 'leaderThere']),
  'see the plan of the year': both(...EMPLOYED),
  'plan meetings': at(['coordinator', ...leads.here], ['coordinator', ...leads.there]),
  'plan for all units': both('coordinator'),
  'let a unit off a month': both('coordinator'),
  'see the header of a meeting': at(
    ['coordinator', 'bfeLeader', ...leads.here, 'teacherHere', 'pptHere'],
    ['coordinator', 'bfeLeader', ...leads.there, 'teacherThere', 'childWelfareThere'],
  ),
  'see the page of a unit': at(
    ['coordinator', 'bfeLeader', ...leads.here, 'teacherHere', 'pptHere'],
    ['coordinator', 'bfeLeader', ...leads.there, 'teacherThere', 'childWelfareThere'],
  ),
  'read a protocol': at(
    ['coordinator', ...leads.here, 'pptHere'],
    ['coordinator', ...leads.there, 'childWelfareThere'],
  ),
  'write in a protocol': at([...leads.here, 'pptHere'], [...leads.there, 'childWelfareThere']),
  'file a protocol': at(leads.here, leads.there),
  'declare a protocol lost': both('coordinator'),
  /**
   * The action here is the teacher's, with help from PPT; the one there is child welfare's, which is not under the
   * leader of BFE.
   */
  'read an action': at(
    ['coordinator', 'bfeLeader', ...leads.here, 'pptHere', 'teacherHere'],
    ['coordinator', ...leads.there, 'childWelfareThere'],
  ),
  'report on an action': at([...leads.here, 'teacherHere'], [...leads.there, 'childWelfareThere']),
  'change an action': at(leads.here, [...leads.there, 'childWelfareThere']),
  'hand an action over': at(
    ['coordinator', 'bfeLeader', 'leaderHere', 'teacherHere'],
    ['coordinator', 'leaderThere', 'childWelfareThere'],
  ),
  'correct codes': both('coordinator'),
  'see lists of meetings': both(
    'coordinator',
    'bfeLeader',
    'leaderHere',
    'leaderThere',
    'chairHere',
    'teacherHere',
    'teacherThere',
    'pptHere',
    'nurseNowhere',
    'childWelfareThere',
  ),
  'see lists of protocols': both(
    'coordinator',
    'leaderHere',
    'leaderThere',
    'chairHere',
    'pptHere',
    'nurseNowhere',
    'childWelfareThere',
  ),
  'see lists of actions': both(...EMPLOYED.filter((name) => name !== 'director')),
  'see the board': both('coordinator', 'bfeLeader', 'director', 'leaderHere', 'leaderThere', 'chairHere'),
  'see how a unit keeps to the system': at(
    ['coordinator', 'bfeLeader', 'director', ...leads.here],
    ['coordinator', 'bfeLeader', 'director', ...leads.there],
  ),
  /** «virksomhetsleder: attendance, actions of her services»; «Belastning … only to leader and coordinator». */
  'see what services carry': both('coordinator', 'bfeLeader'),
  'see how a service attends': at(['coordinator', 'bfeLeader'], ['coordinator']),
  'see alerts': both(...EMPLOYED.filter((name) => name !== 'director')),
  /** Whom a step told, and the coordinator. */
  'answer an alert': at(['coordinator', 'teacherHere'], ['coordinator', 'childWelfareThere']),
  /** «coordinator: all … follow up»; reminders are for those who lead the unit. */
  'follow units up': both('coordinator'),
  /** Everyone with meetings is told of changes in their own: the director has none. */
  'hear what is new in the meeting plan': both(...EMPLOYED.filter((name) => name !== 'director')),
  /** Mail goes to those who take part or lead; the coordinator sees to it that it arrives (§ 3.8). */
  'get mail': both(...EMPLOYED.filter((name) => name !== 'director')),
  'look after mail': both('coordinator'),
  /** «The coordinator, and unit leaders for their own unit, see raw figures» (§ 3.7 a). */
  'see what figures are made of': both('coordinator', 'leaderHere', 'leaderThere', 'chairHere'),
  /** «direktør: per unit, suppressed»; «virksomhetsleder: of what she may open, else protected». */
  'see figures': both('coordinator', 'bfeLeader', 'director', 'leaderHere', 'leaderThere', 'chairHere'),
  'publish figures': both('coordinator'),
  'document a period for supervision': both('coordinator'),
  'see reminders': both('leaderHere', 'leaderThere', 'chairHere'),
} as const satisfies Record<string, Who>;
export type Capability = keyof typeof MAY;

export const may = (who: AskerName, what: Capability, where: Place): boolean => MAY[what][where].includes(who);

/** The capability that each route needs. A route without a line fails the test: add one here, from § 3.5. */
export const ROUTES: readonly (readonly [RegExp, Capability])[] = [
  [/^(GET|POST) \/api\/people\/:personId\/digests/, 'look after mail'],
  [/^DELETE \/api\/people\/:personId\/sessions/, 'sign another person out'],
  [/^PUT \/api\/units\/:unitId\/standing-participants$/, 'say who sits at the table'],
  [/^(GET|POST|DELETE) \/api\/sign-ins(\/|$)/, 'change who and what there is'],
  [
    /^(POST|PUT|DELETE) \/api\/(municipality|people|services|service-units|imports)(\/|$)/,
    'change who and what there is',
  ],
  [/^GET \/api\/(services\/(workload|needs)|attendance)$/, 'see what services carry'],
  [/^GET \/api\/attendance\/:serviceId/, 'see how a service attends'],
  // The test checks the words of the answer.
  [/^GET \/api\/search$/, 'know who and what there is'],
  [/^GET \/api\/(units|services|service-units)\/:\w+\/closing/, 'change who and what there is'],
  [/^GET \/api\/(municipality|people|services|service-units)(\/|$)/, 'know who and what there is'],
  [/^GET \/api\/units(\/:unitId(\/(owner-candidates|closure-history))?)?$/, 'know who and what there is'],
  [/^(POST|DELETE) \/api\/units\/:unitId\/school-years\/:schoolYear\/exemptions/, 'let a unit off a month'],
  [/^POST \/api\/units\/:unitId\/school-years\/:schoolYear\//, 'plan meetings'],
  [/^POST \/api\/units\/:unitId\/(reminders|calls)$/, 'follow units up'],
  [/^(POST|PUT|DELETE) \/api\/units(\/|$)/, 'change who and what there is'],

  // «coordinator: plan» for the whole municipality.
  [/^POST \/api\/school-years\/:schoolYear\/(proposals|plan)$/, 'plan for all units'],
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
