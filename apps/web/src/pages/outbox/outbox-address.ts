import { MAIL_KINDS, MAIL_STATES, type MailState } from '../../parts/mail-words/mail-kinds.js';

/** The list's filters and page number, from its address: `?status=refused&slag=daily&person=…&side=2`. */
export interface OutboxView {
  readonly state: MailState | undefined;
  readonly kind: string | undefined;
  readonly person: string | undefined;
  readonly page: number;
}

const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Invalid values are ignored. */
export const outboxViewOf = (address: URLSearchParams): OutboxView => ({
  state: MAIL_STATES.find((it) => it === address.get('status')),
  kind: MAIL_KINDS.find((it) => it === address.get('slag')),
  person: PERSON.test(address.get('person') ?? '') ? address.get('person')! : undefined,
  page: Math.max(1, Number.parseInt(address.get('side') ?? '1', 10) || 1),
});

export const outboxAddressOf = ({ state, kind, person, page }: OutboxView): URLSearchParams =>
  new URLSearchParams({
    ...(state && { status: state }),
    ...(kind && { slag: kind }),
    ...(person && { person }),
    ...(page > 1 && { side: String(page) }),
  });
