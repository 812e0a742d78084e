import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  weight: { vi: 'Tỷ trọng {percent}', en: 'Weight {percent}' },
  share: { vi: 'tính {percent} lần này', en: 'counts {percent} here' },
  dropped: { vi: 'không tính: nhóm {name} bỏ {count} điểm thấp nhất', en: 'does not count: {name} drops the {count} lowest' },
  EXCUSED: { vi: 'không tính: được miễn, tỷ trọng chia cho các phần còn lại', en: 'does not count: excused, its weight goes to the others' },
  BLANK: { vi: 'chưa có điểm nên chưa tính được trung bình', en: 'no mark yet, so there is no average' },
  excused: { vi: 'Miễn', en: 'Excused' },
  blank: { vi: '–', en: '–' },
  open: { vi: 'Chưa đủ điểm để tính trung bình.', en: 'Marks are missing: there is no average yet.' },
  override: { vi: 'Kết quả cuối được ấn định là {average}. Lý do: {reason}', en: 'The final result was set to {average}. Reason: {reason}' },

  how: { vi: 'Cách tính điểm', en: 'How it is computed' },
  hide: { vi: 'Ẩn cách tính', en: 'Hide how it is computed' },
  whatIf: { vi: 'Tính thử', en: 'Try numbers' },
  endTrial: { vi: 'Thôi tính thử', en: 'End the trial' },
  trial: { vi: 'Đang tính thử trên máy này. Điểm thật không đổi và không ai khác thấy.', en: 'A trial on this device. The real marks do not change and nobody else sees it.' },
  trialResult: { vi: 'Tính thử: {average}, {band}, {result}', en: 'In this trial: {average}, {band}, {result}' },
  noBand: { vi: 'chưa xếp loại', en: 'no classification' },
  trialField: { vi: 'Điểm thử {name}', en: 'Trial mark: {name}' },
});
