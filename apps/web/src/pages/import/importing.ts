import { answered, api } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';

export const WHAT = ['units', 'people', 'services'] as const;
export type What = (typeof WHAT)[number];
/** Result of an import or its preview. */
export type Report = paths['/api/imports/units']['post']['responses'][200]['content']['application/json'];

/** Chosen people by line: an option's answer, or `new`. */
export type Answers = Readonly<Record<number, string>>;
export type Question = Report['questions'][number];

interface Asked {
  readonly preview?: boolean;
  readonly skipBad?: boolean;
  readonly digest?: string;
  readonly answers?: Answers;
  /** New units that were not chosen. */
  readonly leaveOut?: ReadonlySet<string>;
}

/** Sends the file unchanged, with its name for the report. @throws Problem */
export async function send(
  what: What,
  file: File,
  { preview, skipBad, digest, answers = {}, leaveOut }: Asked,
): Promise<Report> {
  const query = {
    name: file.name.slice(0, 200),
    ...(preview && { preview: 'true' }),
    ...(skipBad && { skipBad: 'true' }),
    ...(digest && { digest }),
    ...(leaveOut && leaveOut.size > 0 && { leaveOut: [...leaveOut].join(',') }),
    ...(Object.keys(answers).length > 0 && { answers: answersKey(answers) }),
  };
  // the three imports answer with the same report
  const path = `/api/imports/${what}` as '/api/imports/units';
  const sent = answered(
    api.POST(path, {
      params: { query },
      body: file,
      bodySerializer: () => file,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
  return await (sent as Promise<Report>);
}

const answersKey = (answers: Answers): string =>
  Object.entries(answers)
    .map(([line, answer]) => `${line}=${answer}`)
    .join(',');

/** The headings as a file to fill in, as Norwegian Excel opens it: semicolons, and a BOM for UTF-8. */
export const templateOf = (columns: readonly string[]): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.join(';')}\r\n`)}`;
