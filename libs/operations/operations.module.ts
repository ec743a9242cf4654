import { Module } from '@nestjs/common';
import { OperatorStreams } from './streams/operator.streams.js';

@Module({ providers: [OperatorStreams], exports: [OperatorStreams] })
export class OperationsModule {}
