import type { MigrationClass } from './data-source.ts';
import { PlatformFoundation1790000000000 } from './migrations/1790000000000-platform-foundation.ts';
import { PlatformMail1790000000100 } from './migrations/1790000000100-platform-mail.ts';

export const platformMigrations: MigrationClass[] = [PlatformFoundation1790000000000, PlatformMail1790000000100];
