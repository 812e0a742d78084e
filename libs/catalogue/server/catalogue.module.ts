import { Module } from '@nestjs/common';
import { ProgrammeController } from './programme/programme.controller.ts';
import { ProgrammeImports } from './programme/programme-import.service.ts';
import { ProgrammeRepository } from './programme/programme.repository.ts';
import { Programmes } from './programme/programme.service.ts';
import { Topics } from './programme/topics.service.ts';

@Module({ controllers: [ProgrammeController], providers: [Programmes, Topics, ProgrammeImports, ProgrammeRepository], exports: [Programmes, ProgrammeImports] })
export class CatalogueModule {}
