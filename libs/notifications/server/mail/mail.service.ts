import { Inject, Injectable } from '@nestjs/common';
import type { MailItem } from '@halong/notifications/contract';
import type { Page, PageQuery } from '@halong/platform/contract';
import { CONFIG, type Config, containing, Database } from '@halong/platform/server';

interface Row {
  id: number;
  recipient: string;
  subject: string;
  text: string;
  state: MailItem['state'];
  created_at: Date;
}


/** The mail that this installation wrote. */
@Injectable()
export class Mails {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ page, size, search }: PageQuery): Promise<Page<MailItem>> {
    const where = 'recipient LIKE ? OR subject LIKE ?';
    const wanted = [containing(search), containing(search)];
    const [rows, count] = await Promise.all([
      this.db.rows<Row>(`SELECT id, recipient, subject, text, state, created_at FROM platform_mail WHERE ${where} ORDER BY id DESC LIMIT ? OFFSET ?`, [...wanted, size, (page - 1) * size]),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM platform_mail WHERE ${where}`, wanted),
    ]);
    const items = rows.map(({ created_at, text, ...mail }) => ({ ...mail, text: this.config.production || mail.state === 'SENT' ? null : text, at: created_at.toISOString() }));
    return { items, total: Number(count?.n ?? 0), page, size };
  }
}
