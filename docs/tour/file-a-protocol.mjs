// The tour of the README: a head teacher of the demo files a protocol over HTTP, and sees it on the board.
// Plain Node, no dependencies: node docs/tour/file-a-protocol.mjs [address]
const address = process.argv[2] ?? 'http://127.0.0.1:3000';
let cookie = '';

async function ask(method, path, body) {
  const response = await fetch(`${address}/api${path}`, {
    method,
    headers: { cookie, 'accept-language': 'nb', ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
  return { status: response.status, ...(await response.json()) };
}

const { personas } = await ask('GET', '/session/personas');
const head = personas.find(({ role }) => role === 'unit-leader');
const { today, roles } = await ask('POST', '/session', { personId: head.personId });
const { unitId } = roles[0];
console.log(`Signed in as ${head.name}, ${head.title}, ${head.place}`);

const meeting = await ask('POST', '/meetings', {
  kind: 'extraordinary',
  unitIds: [unitId],
  on: today,
  startsAt: '08:00',
  reason: 'Uro på 9. trinn',
  force: true, // also where today is no working day
});
console.log(`Called an extraordinary meeting today: ${meeting.id}`);

const { draft } = await ask('GET', `/meetings/${meeting.id}/draft?after=${meeting.position}`);
const participants = draft.participants.map((participant) => ({ ...participant, attendance: 'present' }));
const protocol = { ...draft, participants };
console.log(
  `The draft came with ${participants.length} participants and ${draft.earlierActions.length} earlier actions`,
);

const refused = await ask('POST', `/meetings/${meeting.id}/protocol`, protocol);
console.log(`Filed without an action: ${refused.status} ${refused.title}: ${refused.detail}`);

const inDays = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const action = {
  actionId: crypto.randomUUID(),
  text: 'Felles vaktplan i friminuttene på 9. trinn',
  ownerId: head.personId,
  dueOn: inDays(14),
  followUpOn: inDays(21),
  level: 'group',
  category: 'group-adaptation',
  approach: 'preventive',
};
const filed = await ask('POST', `/meetings/${meeting.id}/protocol`, { ...protocol, actions: [action] });
console.log(`Filed with one: ${filed.status}, position ${filed.position} in the log`);

const overview = await ask('GET', `/units/${unitId}/overview?after=${filed.position}`);
const month = overview.months.find(({ month }) => month === today.slice(0, 7));
console.log(`On the board, ${month.month} is now ${month.state}:`);
for (const { on, state } of month.meetings) console.log(`  ${on}  ${state}`);

const agreed = await ask('GET', `/actions/${action.actionId}?after=${filed.position}`);
console.log(`And ${agreed.owner.name} has «${agreed.text}» to do by ${agreed.dueOn}`);
