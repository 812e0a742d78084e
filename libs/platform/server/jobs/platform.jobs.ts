import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { Every, job } from '../events/event.ts';
import { Idempotency } from '../http/idempotency.ts';
import { mailMessages } from '../mail/mail.messages.ts';
import { FileStore } from '../storage/file-store.ts';

const nothing = z.object({});

export const platformMessages = {
  linkAudit: job('platform.link_audit', nothing, { ownTransaction: true }),
  forget: job('platform.forget', nothing, { ownTransaction: true }),
  ...mailMessages,
};

/** The platform's own housekeeping. */
@Injectable()
export class PlatformJobs {
  constructor(
    private readonly audit: Audit,
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly files: FileStore,
  ) {}

  /** Chains the audit rows that have come since. */
  @Every(5, platformMessages.linkAudit)
  async linkAudit(): Promise<void> {
    while ((await this.audit.link()) > 0);
  }

  /** Drops what was kept only to recognise repeats, and files that nothing points to. */
  @Every(3_600, platformMessages.forget)
  async forget(): Promise<void> {
    await this.idempotency.forgetOld();
    await this.db.run('DELETE FROM platform_outbox WHERE done_at < NOW(3) - INTERVAL 7 DAY LIMIT 20000');
    // Only where the message is gone: while one subscriber still fails, the others must not get it again.
    await this.db.run(
      `DELETE FROM platform_inbox WHERE handled_at < NOW(3) - INTERVAL 7 DAY
       AND NOT EXISTS (SELECT 1 FROM platform_outbox o WHERE o.id = event_id) LIMIT 20000`,
    );
    await this.files.collectOrphans();
  }
}
