import type { unitTypes } from '@halong/organisation/contract';
import type { TextPair } from '@halong/platform/contract';

export type UnitType = (typeof unitTypes)[number];

/** What people call each type of unit when they say for whom a programme is. */
export const unitTypeNames: Record<UnitType, TextPair> = {
  PROVINCE: { vi: 'Tỉnh', en: 'Province' },
  GROUP: { vi: 'Khối', en: 'Group' },
  PARTY_BODY: { vi: 'Cơ quan Đảng, đoàn thể', en: 'Party body' },
  OFFICE: { vi: 'Văn phòng', en: 'Office' },
  DEPARTMENT: { vi: 'Sở, ban, ngành', en: 'Department' },
  AGENCY: { vi: 'Chi cục, cơ quan trực thuộc', en: 'Agency' },
  PUBLIC_UNIT: { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  TRAINING_INSTITUTION: { vi: 'Cơ sở đào tạo', en: 'Training institution' },
  SUB_UNIT: { vi: 'Phòng, khoa', en: 'Section' },
  WARD: { vi: 'Phường', en: 'Ward' },
  COMMUNE: { vi: 'Xã', en: 'Commune' },
  SPECIAL_ZONE: { vi: 'Đặc khu', en: 'Special zone' },
  FORMER_DISTRICT: { vi: 'Đơn vị cấp huyện cũ', en: 'Former district' },
  FORMER_DEPARTMENT: { vi: 'Sở, ngành cũ', en: 'Former department' },
};

/** Types in which people work today; former ones are no target. */
export const targetUnitTypes = ['PARTY_BODY', 'OFFICE', 'DEPARTMENT', 'AGENCY', 'PUBLIC_UNIT', 'TRAINING_INSTITUTION', 'SUB_UNIT', 'WARD', 'COMMUNE', 'SPECIAL_ZONE'] as const satisfies readonly UnitType[];

export const levelNames: Record<string, TextPair> = {
  DIVISION: { vi: 'Cấp phòng', en: 'Division' },
  DEPARTMENT: { vi: 'Cấp sở', en: 'Department' },
  COMMUNE: { vi: 'Cấp xã', en: 'Commune' },
  PROVINCE: { vi: 'Cấp tỉnh', en: 'Province' },
};
