import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One version of the rules for a programme category, with its legal basis. A class freezes a copy when it is decided. */
@Entity('regulations_rule_set')
@Index('UQ_regulations_rule_set_version', ['category', 'version'], { unique: true })
export class RuleSetEntity {
  @PrimaryGeneratedColumn() id: number;
  @Column({ length: 40 }) category: string;
  @Column({ type: 'int' }) version: number;
  @Column({ name: 'name_vi', length: 200 }) nameVi: string;
  @Column({ name: 'name_en', length: 200 }) nameEn: string;
  @Column({ name: 'legal_basis', length: 500 }) legalBasis: string;
  @Column({ name: 'valid_from', type: 'date' }) validFrom: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) validTo: string | null;
  /** RuleSet of the contract. */
  @Column({ type: 'json' }) rules: unknown;
  /** Where each value comes from: RuleBasis[] of the contract. */
  @Column({ type: 'json', nullable: true }) basis: unknown;
  @Column({ name: 'created_at', type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) createdAt: Date;
}
