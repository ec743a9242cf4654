import ICAL from 'ical.js';
import { simpleParser, type Attachment, type StructuredHeader } from 'mailparser';

/** A mail with an appointment, as a calendar program sees it. */
export interface CalendarMail {
  readonly to: string | undefined;
  readonly from: string | undefined;
  /** `method` of the alternative's `Content-Type`. */
  readonly methodOfPart: string | undefined;
  /** METHOD of the alternative's calendar. */
  readonly method: unknown;
  /** True if `invite.ics` has the same calendar. */
  readonly isAttached: boolean;
  readonly organizer: unknown;
  readonly attendees: readonly string[];
  readonly sequence: number;
  readonly uid: string;
  readonly status: unknown;
  readonly zone: ICAL.Timezone | undefined;
}

export async function calendarMail(bytes: Buffer): Promise<CalendarMail> {
  const mail = await simpleParser(bytes);
  const partOf = (type: string) => mail.attachments.find(({ contentType }) => contentType === type)!;
  const [part, file] = [partOf('text/calendar'), partOf('application/ics')];
  const calendar = new ICAL.Component(ICAL.parse(textOf(part)) as unknown[]);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const zones = calendar.getAllSubcomponents('vtimezone');
  return {
    to: [mail.to].flat()[0]?.value[0]?.address,
    from: mail.from?.value[0]?.address,
    methodOfPart: (part.headers.get('content-type') as StructuredHeader).params['method'],
    method: calendar.getFirstPropertyValue('method'),
    isAttached: file.filename === 'invite.ics' && textOf(file) === textOf(part),
    organizer: event.component.getFirstPropertyValue('organizer'),
    attendees: event.component
      .getAllProperties('attendee')
      .map((it) => `${String(it.getFirstValue())} ${it.getParameter('rsvp') as string}`),
    sequence: event.sequence,
    uid: event.uid,
    status: event.component.getFirstPropertyValue('status'),
    zone: zones.length === 1 ? new ICAL.Timezone(zones[0]!) : undefined,
  };
}

/** Line ends differ between the parts: quoted-printable keeps them, and mailparser turns those of texts into LF. */
const textOf = ({ content }: Attachment): string => content.toString('utf8').replaceAll('\r\n', '\n').trim();
