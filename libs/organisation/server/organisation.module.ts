import { Module } from '@nestjs/common';
import { CorrectionRepository } from './import/correction.repository.ts';
import { ImportController } from './import/import.controller.ts';
import { ImportFiles } from './import/import-file.ts';
import { ImportJobs } from './import/import.jobs.ts';
import { ImportRepository } from './import/import.repository.ts';
import { Imports } from './import/import.service.ts';
import { ImportMending } from './import/import-mending.ts';
import { ImportSuggestions } from './import/import-suggestions.ts';
import { ImportReading } from './import/import-reading.ts';
import { ImportTakeBack } from './import/import-take-back.ts';
import { ImportTransitions } from './import/import-transitions.ts';
import { ImportUndo } from './import/import-undo.ts';
import { ImportWriting } from './import/import-writing.ts';
import { PersonCheck } from './import/person-check.ts';
import { PersonWriter } from './import/person-write.ts';
import { ProvinceImport } from './import/province-import.ts';
import { RejectedRows } from './import/rejected-rows.service.ts';
import { RowSuggestions } from './import/row-suggestions.ts';
import { RowSeal } from './import/row-seal.ts';
import { ShownRows } from './import/shown-rows.ts';
import { UnitCheck } from './import/unit-check.ts';
import { UnitWriter } from './import/unit-write.ts';
import { PersonCorrections } from './person/person-correction.service.ts';
import { PersonHistoryRepository } from './person/person-history.repository.ts';
import { PersonController } from './person/person.controller.ts';
import { PersonRecords } from './person/person-record.repository.ts';
import { PersonRepository } from './person/person.repository.ts';
import { People } from './person/person.service.ts';
import { PersonalIds } from './person/personal-ids.ts';
import { UnitController } from './unit/unit.controller.ts';
import { UnitRecords } from './unit/unit-record.repository.ts';
import { UnitRepository } from './unit/unit.repository.ts';
import { Units } from './unit/unit.service.ts';

const importing = [
  ImportRepository, CorrectionRepository, RowSeal, RowSuggestions, ShownRows, ImportMending, ImportSuggestions, ImportTransitions, ImportFiles, PersonCheck, PersonWriter, UnitCheck, UnitWriter, ImportUndo,
  ImportReading, ImportWriting, ImportTakeBack, Imports, RejectedRows, ImportJobs, ProvinceImport,
];

@Module({
  controllers: [UnitController, PersonController, ImportController],
  providers: [UnitRepository, UnitRecords, Units, PersonRepository, PersonRecords, People, PersonHistoryRepository, PersonCorrections, PersonalIds, ...importing],
  exports: [Units, People, PersonalIds, ProvinceImport],
})
export class OrganisationModule {}
