import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A signed-in browser. Only the SHA-256 of its token is kept. */
@Entity('identity_session')
@Index('UQ_identity_session_token', ['tokenHash'], { unique: true })
@Index('IDX_identity_session_account', ['accountId'])
export class SessionEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('AccountEntity', { name: 'FK_identity_session_account' })
  @Column({ name: 'account_id', type: 'int' }) accountId: number;
  @Column({ name: 'token_hash', type: 'char', length: 64 }) tokenHash: string;
  /** A trainee's own device stays signed in for days; anything else ends after idle minutes. */
  @Column({ name: 'own_device', type: 'boolean', default: false }) ownDevice: boolean;
  @Column({ name: 'user_agent', length: 200, default: '' }) userAgent: string;
  @Column({ name: 'created_at', type: 'datetime', precision: 3 }) createdAt: Date;
  @Column({ name: 'seen_at', type: 'datetime', precision: 3 }) seenAt: Date;
  @Column({ name: 'expires_at', type: 'datetime', precision: 3 }) expiresAt: Date;
  @Column({ name: 'ended_at', type: 'datetime', precision: 3, nullable: true }) endedAt: Date | null;
}
