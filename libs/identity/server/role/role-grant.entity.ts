import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A role with a scope and dates (days in the province, inclusive). */
@Entity('identity_role_grant')
@Index('IDX_identity_role_grant_account', ['accountId'])
@Index('IDX_identity_role_grant_scope', ['role', 'scopeType', 'scopeId'])
export class RoleGrantEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('AccountEntity', { name: 'FK_identity_role_grant_account' })
  @Column({ name: 'account_id', type: 'int' }) accountId: number;
  @Column({ length: 40 }) role: string;
  @Column({ name: 'scope_type', length: 20 }) scopeType: string;
  @Column({ name: 'scope_id', type: 'int', default: 0 }) scopeId: number;
  @Column({ name: 'valid_from', type: 'date' }) validFrom: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
  @Column({ type: 'varchar', length: 500, nullable: true }) reason: string | null;
  /** Withdrawn before its last day. */
  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true }) endedAt: Date | null;
  @Column({ name: 'granted_by', type: 'int', nullable: true }) grantedBy: number | null;
}
