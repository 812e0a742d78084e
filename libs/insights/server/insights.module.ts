import { Module } from '@nestjs/common';
import { TodayController } from './today/today.controller.ts';
import { TodayRepository } from './today/today.repository.ts';
import { TodayService } from './today/today.service.ts';

@Module({ controllers: [TodayController], providers: [TodayRepository, TodayService] })
export class InsightsModule {}
