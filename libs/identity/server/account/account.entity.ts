import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { vietnameseCollation } from '@halong/platform/server';

/** Someone who can sign in. Without a password it waits for its one-time code. */
@Entity('identity_account')
@Index('UQ_identity_account_login', ['login'], { unique: true })
@Index('UQ_identity_account_person', ['personId'], { unique: true })
@Index('IDX_identity_account_email', ['email'])
@Index('IDX_identity_account_sort', ['sortName', 'id'])
export class AccountEntity {
  @PrimaryGeneratedColumn() id: number;
  /** Lower case; the official e-mail address also signs in. */
  @Column({ length: 80 }) login: string;
  @Column({ name: 'display_name', length: 120 }) displayName: string;
  /** "given middle surname", sorted as Vietnamese lists are. */
  @Column({ name: 'sort_name', length: 120, collation: vietnameseCollation, default: '' }) sortName: string;
  /** Name, login and e-mail without marks, lower case. */
  @Column({ name: 'search_key', length: 340, default: '' }) searchKey: string;
  @ForeignKey('PersonEntity', { name: 'FK_identity_account_person' })
  @Column({ name: 'person_id', type: 'int', nullable: true }) personId: number | null;
  @Column({ type: 'varchar', length: 120, nullable: true }) email: string | null;
  /** argon2id, as "m,t,p$salt$hash". */
  @Column({ name: 'password_hash', type: 'varchar', length: 200, nullable: true }) passwordHash: string | null;
  @Column({ name: 'disabled_at', type: 'datetime', precision: 3, nullable: true }) disabledAt: Date | null;
  @Column({ type: 'char', length: 2, default: 'vi' }) language: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}
