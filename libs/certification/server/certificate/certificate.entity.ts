import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** The last number of each register: one row per institution, year and kind, locked while a number is taken. */
@Entity('certification_register')
export class RegisterEntity {
  @ForeignKey('UnitEntity', { name: 'FK_certification_register_institution' })
  @PrimaryColumn({ name: 'institution_id', type: 'int' }) institutionId: number;
  @PrimaryColumn({ type: 'int' }) year: number;
  /** CC or GCN. */
  @PrimaryColumn({ length: 10 }) kind: string;
  @Column({ name: 'last_seq', type: 'int' }) lastSeq: number;
}

/** A numbered certificate; what it says is kept as it was said. */
@Entity('certification_certificate')
@Index('UQ_certification_certificate_enrolment', ['enrolmentId'], { unique: true })
@Index('UQ_certification_certificate_seq', ['institutionId', 'year', 'kind', 'seq'], { unique: true })
@Index('UQ_certification_certificate_no', ['registerNo'], { unique: true })
@Index('UQ_certification_certificate_code', ['verifyCode'], { unique: true })
@Index('IDX_certification_certificate_class', ['classId'])
export class CertificateEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('EnrolmentEntity', { name: 'FK_certification_certificate_enrolment' })
  @Column({ name: 'enrolment_id', type: 'int' }) enrolmentId: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_certification_certificate_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @ForeignKey('UnitEntity', { name: 'FK_certification_certificate_institution' })
  @Column({ name: 'institution_id', type: 'int' }) institutionId: number;
  @Column({ type: 'int' }) year: number;
  @Column({ length: 10 }) kind: string;
  @Column({ type: 'int' }) seq: number;
  @Column({ name: 'register_no', length: 60 }) registerNo: string;
  @Column({ name: 'verify_code', length: 40 }) verifyCode: string;
  /** NUMBERED (paper being made), ISSUED or REVOKED. */
  @Column({ length: 20 }) state: string;
  /** Everything printed on it. */
  @Column({ type: 'json' }) content: unknown;
  @Column({ name: 'issued_on', type: 'date' }) issuedOn: string;
  @ForeignKey('FileRow', { name: 'FK_certification_certificate_file' })
  @Column({ name: 'file_id', type: 'int', nullable: true }) fileId: number | null;
  @Column({ name: 'batch_id', type: 'int', nullable: true }) batchId: number | null;
  @Column({ name: 'revoked_at', type: 'datetime', precision: 3, nullable: true }) revokedAt: Date | null;
  @Column({ name: 'revocation_ground', type: 'varchar', length: 40, nullable: true }) revocationGround: string | null;
  @Column({ name: 'revocation_decision', type: 'varchar', length: 120, nullable: true }) revocationDecision: string | null;
  @Column({ type: 'int', default: 1 }) version: number;
}

/** The making of the papers of one class, with progress. */
@Entity('certification_batch')
@Index('IDX_certification_batch_class', ['classId'])
export class CertificateBatchEntity {
  @PrimaryGeneratedColumn() id: number;
  @ForeignKey('TrainingClassEntity', { name: 'FK_certification_batch_class' })
  @Column({ name: 'class_id', type: 'int' }) classId: number;
  @Column({ type: 'int' }) total: number;
  @Column({ type: 'int', default: 0 }) done: number;
  @Column({ length: 20 }) state: string;
  @Column({ name: 'created_by', type: 'int', nullable: true }) createdBy: number | null;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}
