import { answered, api } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';

export const WHAT = ['units', 'people', 'services'] as const;
export type What = (typeof WHAT)[number];
/** What an import would do, or did. */
export type Report = paths['/api/imports/units']['post']['responses'][200]['content']['application/json'];

interface Asked {
  readonly preview?: boolean;
  readonly skipBad?: boolean;
  readonly digest?: string;
}

/** Sends the file as it is. The name goes along, for the report. @throws Problem */
export async function send(what: What, file: File, { preview, skipBad, digest }: Asked): Promise<Report> {
  const query = {
    name: file.name.slice(0, 200),
    ...(preview && { preview: 'true' }),
    ...(skipBad && { skipBad: 'true' }),
    ...(digest && { digest }),
  };
  const init = {
    params: { query },
    body: file as never,
    bodySerializer: (body: unknown) => body as File,
    headers: { 'content-type': 'application/octet-stream' },
  } as never;
  const path = `/api/imports/${what}` as '/api/imports/units';
  return await answered(api.POST(path, init));
}
