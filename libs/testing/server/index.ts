export { anActor, migrate, testInstallation, type InstallationOptions, type TestInstallation } from './installation.ts';
