/** The part of an enhanced status code (RFC 3463) that tells what to do about it. */
export type DeliveryProblem = 'address' | 'full' | 'mailbox' | 'server' | 'policy' | 'other';

/** The meaning of a status such as `5.1.1`. A refusal without an enhanced one has SMTP's own code, such as `550`. */
export function deliveryProblemOf(status: string | null): DeliveryProblem {
  if (status === null) return 'other';
  const [, subject, detail] = status.split('.');
  if (subject === '1' || status === '550') return 'address';
  if (subject === '2') return detail === '2' ? 'full' : 'mailbox';
  if (subject === '4') return 'server';
  return subject === '7' ? 'policy' : 'other';
}
