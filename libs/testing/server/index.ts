export { anActor, migrate, testInstallation, type InstallationOptions, type TestInstallation } from './installation.ts';
export { manyRows, oneSheet, testFolder, workbookParts, zipOf } from './workbook-files.ts';
export { attendanceRow, classRows, enrolmentRow, fileRow, personRow, provinceRows, type ClassRows, type ClassRowsOptions, type ProvinceRows } from './class-world.ts';
export { Line } from './line.ts';
