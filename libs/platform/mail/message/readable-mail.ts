import PostalMime from 'postal-mime';

/** The parts of a sent mail that a person reads. */
export interface ReadableMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Reads the kept bytes of a mail that this installation has composed. */
export async function readableMail(bytes: Buffer): Promise<ReadableMail> {
  const { from, to = [], subject = '', text = '' } = await PostalMime.parse(bytes);
  return {
    from: from?.address ?? '',
    to: to.flatMap(({ address }) => address ?? []),
    subject,
    text: text.trim(),
  };
}
