import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Asker } from '#platform/identity';
import { isRefused, type Refused } from '#platform/kernel';
import { printPaper } from '#platform/pdf';
import { Directory } from '#registry/contract';
import { MeetingLists } from '../../read-models/meeting-register/meeting-lists.js';
import type { ProtocolAnswer } from '../../read-models/protocol-register/protocol.dto.js';
import { ReadProtocol } from '../../read-models/protocol-register/protocol.query.js';
import { protocolPaper } from './protocol-paper.js';

export interface PrintedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A filed protocol as a printable document, in the requested version. */
export class PrintProtocol extends Query<PrintedFile | Refused> {
  constructor(
    readonly meetingId: string,
    readonly version: number | undefined,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(PrintProtocol)
export class PrintProtocolHandler implements IQueryHandler<PrintProtocol> {
  constructor(
    private readonly queries: QueryBus,
    private readonly directory: Directory,
    private readonly meetings: MeetingLists,
  ) {}

  async execute({ meetingId, version, asker }: PrintProtocol): Promise<PrintedFile | Refused> {
    const answer = await this.queries.execute(new ReadProtocol(meetingId, version, asker));
    if (isRefused(answer)) return answer;
    const filed = answer as z.infer<typeof ProtocolAnswer>;
    const [municipality, services, meeting] = await Promise.all([
      this.directory.municipality(asker.tenant),
      this.directory.services(asker.tenant),
      this.meetings.one(asker.tenant, meetingId),
    ]);
    // «Neutral» municipalities write either form; most of them use bokmål.
    const form = municipality?.languageForm === 'nn' ? 'nn' : 'nb';
    const paper = protocolPaper(
      {
        filed,
        kind: meeting?.kind ?? null,
        demo: municipality?.demo ?? false,
        services: new Map(services.map(({ serviceId, name }) => [serviceId, name])),
      },
      form,
    );
    return { name: fileName(filed), bytes: await printPaper(paper) };
  }
}

/** «Protokoll Nansenparken skole 2026-11-18.pdf»: sorted by day in a folder. */
function fileName({ units, protocol, version }: z.infer<typeof ProtocolAnswer>): string {
  const where = units.map(({ name }) => name).join(' og ');
  return `Protokoll ${where} ${protocol.heldOn}${version > 1 ? ` versjon ${version}` : ''}.pdf`;
}
