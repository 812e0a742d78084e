import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A code that lets its holder choose a password, once and until it expires. Only its SHA-256 is kept. */
@Entity('identity_one_time_code')
@Index('UQ_identity_one_time_code_hash', ['codeHash'], { unique: true })
@Index('IDX_identity_one_time_code_account', ['accountId'])
export class OneTimeCodeEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('AccountEntity', { name: 'FK_identity_one_time_code_account' })
  @Column({ name: 'account_id', type: 'int' }) accountId: number;
  @Column({ name: 'code_hash', type: 'char', length: 64 }) codeHash: string;
  @Column({ name: 'issued_by', type: 'int', nullable: true }) issuedBy: number | null;
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 }) expiresAt: Date;
  @Column({ name: 'used_at', type: 'datetime', precision: 3, nullable: true }) usedAt: Date | null;
}
