import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Something that a person should know; the text is made from kind and params in their language. */
@Entity('notifications_notification')
@Index('IDX_notifications_notification_person', ['personId', 'readAt'])
@Index('IDX_notifications_notification_newest', ['personId', 'id'])
@Index('UQ_notifications_notification_once', ['personId', 'onceKey'], { unique: true })
export class NotificationEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('PersonEntity', { name: 'FK_notifications_notification_person' })
  @Column({ name: 'person_id', type: 'int' }) personId: number;
  @Column({ length: 60 }) kind: string;
  @Column({ type: 'json' }) params: unknown;
  @Column({ length: 200 }) link: string;
  @Column({ name: 'once_key', length: 120 }) onceKey: string;
  @Column({ type: 'datetime', precision: 3 }) at: Date;
  @Column({ name: 'read_at', type: 'datetime', precision: 3, nullable: true }) readAt: Date | null;
  /** When the e-mail was written, or it was found that there is no address. */
  @Column({ name: 'mailed_at', type: 'datetime', precision: 3, nullable: true }) mailedAt: Date | null;
}
