import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { certificateBatchTopic } from '@halong/certification/contract';
import { Notifications } from '@halong/notifications/server';
import { Database, FileStore, Outbox, Realtime, Runs } from '@halong/platform/server';
import { certificationMessages } from '../events.ts';
import { drawable, paperIn } from './certificate-content.rules.ts';
import { renderCertificate } from './certificate-pdf/render-certificate.ts';
import { issuedNotice } from './issued-notice.ts';
import { PaperRepository, type PaperRow } from './paper.repository.ts';

const maxBytes = 5 * 1_048_576;
/** Papers of one run. The rest of a long batch queues up again behind what came meanwhile: attendance and completion do not wait for it. */
const atOnce = 10;

/** Makes papers one by one; whatever stops it, the next run goes on behind the last one that was stored. */
@Injectable()
export class CertificateJobs {
  constructor(
    private readonly db: Database,
    private readonly papers: PaperRepository,
    private readonly files: FileStore,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
  ) {}

  @Runs(certificationMessages.makePapers)
  async makePapers({ batchId }: { batchId: number }): Promise<void> {
    let after = 0;
    for (let made = 0; ; made += 1) {
      const next = await this.papers.next(batchId, after);
      if (!next) break;
      if (made === atOnce) {
        await this.db.transaction(() => this.outbox.publish(certificationMessages.makePapers, { batchId }));
        return;
      }
      await this.make(batchId, next);
      after = next.id;
    }
    // A run that was killed after its last paper left nothing but the count.
    await this.papers.count(batchId);
    this.realtime.changed(certificateBatchTopic.name, batchId);
  }

  private async make(batchId: number, paper: PaperRow): Promise<void> {
    const bytes = await renderCertificate(drawable(paperIn(paper.content)));
    await this.db.transaction(async () => {
      if (!(await this.papers.lockWithoutPaper(paper.id))) return;
      // Stored under the lock, so that each paper is stored once: without the commit its file has no row and is collected.
      const file = await this.files.put(Readable.from([bytes]), { name: `${paper.registerNo.replaceAll('/', '-')}.pdf`, mediaType: 'application/pdf', maxBytes });
      await this.papers.store(paper.id, file.id);
      await this.papers.count(batchId);
      await this.outbox.publish(certificationMessages.issued, { certificateId: paper.id });
      if (paper.state === 'NUMBERED') await this.notifications.tell(issuedNotice(paper));
      this.realtime.changed(certificateBatchTopic.name, batchId);
    });
  }
}
