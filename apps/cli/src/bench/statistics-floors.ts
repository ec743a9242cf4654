/**
 * Hand-written SQL for the numbers of each indicator by month and in all, on the same tables: what a programmer would
 * write who knows the answer's form. It knows no school calendar, no settings of the day, no terms of the day, and no
 * cases to explain the answer by. Parameters: tenant, first and last day of the period, today.
 */
export function floorOf(indicator: number): string | undefined {
  return FLOORS.get(indicator);
}

const HELD = `held as materialized (
  select left(fact ->> 'on', 7) as month, (fact ->> 'on')::date as day, fact, fact -> 'protocol' as protocol
  from statistics_meeting where tenant = $1 and last_on >= $2 and first_on <= $3
    and fact ->> 'state' in ('held', 'lost', 'filed') and (fact ->> 'on')::date between $2 and least($3, $4::date))`;

/** Only what is counted is kept for several months: whole facts would not fit in the memory of a sort. */
const ACTIONS = `action as materialized (
  select (fact ->> 'agreedOn')::date as agreed, (fact -> 'ended' ->> 'on')::date as ended,
    fact -> 'ended' ->> 'how' as how, (fact -> 'effect' ->> 'on')::date as judged,
    (fact -> 'terms' -> -1 ->> 'dueOn')::date as due,
    fact -> 'terms' -> -1 ->> 'ownerId' as owner
  from statistics_action where tenant = $1 and (last_on is null or last_on >= $2) and first_on <= $3
    and fact -> 'ended' ->> 'how' is distinct from 'taken-out')`;

/** The last day of each month of the period, or today. */
const ENDS = `ends as (
  select least((first + interval '1 month')::date - 1, $4::date) as day
  from generate_series($2::date, least($3, $4::date), '1 month') as first)`;

const MONTH = `date_trunc('month', on_day)`;

const ofMeetings = (numbers: string, from = '') =>
  `with ${HELD} select month, ${numbers} from held ${from} group by rollup (month), $4::date`;

/** Actions that belong to the month of a day. */
const ONCE = ACTIONS.replace('as materialized', 'as not materialized').replace('select ', 'select fact, ');
const ofActions = (day: string, numbers: string, extra = '', groups = `rollup (${MONTH})`) =>
  `with ${ONCE} select ${MONTH}, ${numbers}
   from (select *, ${day} as on_day from action) as dated where on_day between $2 and least($3, $4::date) ${extra}
   group by ${groups}`;

/** Actions that are in some state at the end of each month. */
const atEnds = (condition: string, numbers: string) =>
  `with ${ACTIONS}, ${ENDS} select day, ${numbers} from ends join action on ${condition} group by rollup (day)`;
const OPEN = 'agreed <= day and (ended is null or ended > day)';

const UNIT_MONTHS = ofMeetings('count(distinct unit_id)', `, jsonb_array_elements_text(fact -> 'unitIds') as unit_id`);
const WITH_DEADLINE = ofMeetings(
  `count(*) filter (where day + 7 < $4), count(*) filter (where (protocol ->> 'filedOn')::date <= day + 7)`,
);
const by = (field: string) => ofActions('agreed', 'count(*)', '', `cube (${MONTH}, ${field})`);

const FLOORS: ReadonlyMap<number, string> = new Map([
  ...[1, 2, 3, 4, 5].map((id) => [id, UNIT_MONTHS] as const),
  [
    6,
    `select left(fact ->> 'on', 7), count(*), count(*) filter (where (fact ->> 'wasPostponed')::boolean)
     from statistics_meeting where tenant = $1 and last_on >= $2 and first_on <= $3
       and (fact ->> 'on')::date between $2 and $4 group by rollup (left(fact ->> 'on', 7))`,
  ],
  [7, WITH_DEADLINE],
  [8, ofMeetings(`percentile_cont(0.5) within group (order by (protocol ->> 'filedOn')::date - day)`)],
  [9, WITH_DEADLINE],
  [
    10,
    ofMeetings(
      `sum((version -> 'individual' ->> 'all')::int + (version -> 'other' ->> 'all')::int),
       sum((version -> 'individual' ->> 'complete')::int + (version -> 'other' ->> 'complete')::int)`,
      `, jsonb_path_query(protocol, '$.versions[*]') as version`,
    ),
  ],
  [
    12,
    ofMeetings(
      `count(*), count(*) filter (where service ->> 'how' <> 'absent')`,
      `, jsonb_path_query(protocol, '$.services[*]') as service`,
    ),
  ],
  [
    13,
    `with ${ONCE} select date_trunc('month', due_on), count(*), count(*) filter (where done_on <= due_on)
     from (select (it ->> 'dueOn')::date as due_on, (it ->> 'doneOn')::date as done_on
           from action, jsonb_array_elements(fact -> 'followUps') as it) as follow_up
     where due_on between $2 and least($3, $4::date - 1) group by rollup (date_trunc('month', due_on))`,
  ],
  [14, ofMeetings(`count(protocol), count(*) filter (where (protocol ->> 'corrections')::int > 0)`)],
  [
    16,
    `select unit_id, count(distinct left(fact ->> 'on', 7))
     from statistics_meeting, jsonb_array_elements_text(fact -> 'unitIds') as unit_id
     where tenant = $1 and last_on >= $2 and first_on <= $3 and $4::date is not null
       and (fact ->> 'plannedOn')::date <= $2::date + 31 group by unit_id`,
  ],
  [17, ofMeetings(`avg((protocol -> 'versions' -> -1 -> 'other' ->> 'all')::int)`)],
  [18, atEnds(OPEN, 'count(*)')],
  [19, atEnds(OPEN, 'count(*), count(*) filter (where due < day)')],
  [20, atEnds(`${OPEN} and due < day`, 'percentile_cont(0.5) within group (order by day - due)')],
  [21, ofActions('judged', 'percentile_cont(0.5) within group (order by judged - agreed)')],
  [
    22,
    ofActions(
      'ended',
      `count(*), count(*) filter (where ended <= (fact ->> 'firstDueOn')::date)`,
      `and how = 'completed'`,
    ),
  ],
  [23, ofActions('agreed', `count(*), count(*) filter (where (fact ->> 'moves')::int > 0)`)],
  [24, ofActions('judged', `count(*), count(*) filter (where fact -> 'effect' ->> 'effect' in ('worked', 'partly'))`)],
  [25, atEnds(`how = 'completed' and ended + 60 < day and (judged is null or judged > day)`, 'count(*)')],
  [26, by(`fact -> 'terms' -> -1 ->> 'ownerServiceId'`)],
  [27, by(`fact ->> 'level'`)],
  [28, by(`fact ->> 'category'`)],
  [29, ofActions('agreed', `count(*) filter (where fact ->> 'approach' = 'preventive'), count(fact ->> 'approach')`)],
  [30, atEnds(OPEN, `count(*), count(distinct owner)`)],
  [32, ofActions('agreed', `count(*), count(*) filter (where jsonb_array_length(fact -> 'helpingServices') > 1)`)],
  [
    37,
    `with ${HELD} select month, band, count(*) from held, jsonb_each_text(protocol -> 'ageBands') as it(id, band)
     where $4::date is not null group by cube (month, band)`,
  ],
  [
    38,
    ofActions(
      'agreed',
      `sum((fact -> 'resources' ->> 'nok')::numeric), sum((fact -> 'resources' ->> 'hours')::numeric)`,
    ),
  ],
]);
