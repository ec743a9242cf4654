import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Directory } from '../../contract/index.js';
import { hostStandingOn, hostsOthersOn } from '../../domain/unit/joint-meeting-place.js';
import { UnitStreams } from '../../streams/registry.streams.js';
import { SetJointMeetingPlace } from './set-joint-meeting-place.command.js';

@CommandHandler(SetJointMeetingPlace)
export class SetJointMeetingPlaceHandler implements ICommandHandler<SetJointMeetingPlace> {
  constructor(
    private readonly units: UnitStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, body, context }: SetJointMeetingPlace) {
    const { hostUnitId, from } = body;
    const of = context.municipality;
    const host = hostUnitId === null ? 'unknown' : hostStandingOn((await this.units.load(hostUnitId, of)).state, from);
    const hostsOthers = hostsOthersOn(await this.directory.units(of), unitId, from);
    return this.units.run(unitId, { type: 'SetJointMeetingPlace', hostUnitId, from, host, hostsOthers }, context);
  }
}
