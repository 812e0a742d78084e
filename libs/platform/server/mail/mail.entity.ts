import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** WAITING until the job has run; SENT by SMTP (the text is emptied then); SHOWN in the local inbox where there is no SMTP. */
export type MailState = 'WAITING' | 'SENT' | 'SHOWN';

/** A message to one person, written in the transaction that wants it sent. */
@Entity('platform_mail')
@Index('IDX_platform_mail_created', ['createdAt'])
export class MailRow {
  @PrimaryGeneratedColumn() id: number;
  @Column({ length: 254 }) recipient: string;
  @Column({ length: 200 }) subject: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'mediumtext', nullable: true }) html: string | null;
  @Column({ type: 'varchar', length: 10, default: 'WAITING' }) state: MailState;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  @Column({ name: 'done_at', type: 'datetime', precision: 3, nullable: true }) doneAt: Date | null;
}
