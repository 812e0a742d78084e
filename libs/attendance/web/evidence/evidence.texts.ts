import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  period: { vi: 'Tiết {no}', en: 'Period {no}' },
  present: { vi: 'Có mặt', en: 'Present' },
  lost: { vi: 'Mất kết nối', en: 'Disconnected' },
  out: { vi: 'Ra khỏi phòng', en: 'Out of the room' },
  both: { vi: 'Mất kết nối, ra khỏi phòng', en: 'Disconnected or out of the room' },
  answered: { vi: 'Đã trả lời kiểm tra', en: 'Prompt answered' },
  chart: { vi: 'Có mặt: {present}. Vắng: {gaps}.', en: 'Present: {present}. Away: {gaps}.' },
  none: { vi: 'không có', en: 'none' },
  timeline: { vi: 'Ghi nhận theo thời gian', en: 'Records in order of time' },
  noRecords: { vi: 'Chưa có ghi nhận nào.', en: 'There are no records yet.' },
  document: { vi: 'Mở văn bản', en: 'Open the document' },
  rules: { vi: 'Quy tắc đang áp dụng:', en: 'Rules that apply:' },
  ruleSet: { vi: 'Bộ quy tắc “{name}”, bản {version}.', en: 'Rule set “{name}”, version {version}.' },
  basis: { vi: 'Căn cứ: {basis}.', en: 'Legal basis: {basis}.' },
  noRules: { vi: 'Lớp chưa có quyết định mở lớp nên chưa khóa bộ quy tắc.', en: 'The class has not been decided yet, so no rule set is fixed.' },
});
