import { Module } from '@nestjs/common';
import { OperatorStreams } from './streams/operator.streams.js';

@Module({ providers: [OperatorStreams] })
export class OperationsModule {}
