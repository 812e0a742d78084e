import { defineErrors } from '@halong/platform/contract';

/** What a person reads when a rubric or its use is refused. */
export const rubricErrors = defineErrors('assessment', {
  rubric_weights: {
    kind: 'invalid',
    vi: 'Trọng số các tiêu chí cộng lại phải bằng 100%, hiện là {sum}%. Sửa lại trọng số.',
    en: 'The weights of the criteria must add up to 100%; they add up to {sum}%. Correct them.',
  },
  rubric_levels: {
    kind: 'invalid',
    vi: 'Các mức của tiêu chí “{criterion}” phải đi từ thấp đến cao, không chồng nhau và nằm trong thang {scale}. Sửa lại điểm của các mức.',
    en: 'The levels of “{criterion}” must go from low to high, not overlap and stay within the scale of {scale}. Correct their points.',
  },
  rubric_not_here: {
    kind: 'invalid',
    vi: 'Phiếu chấm này không thuộc lớp hoặc chương trình của lớp. Chọn một phiếu trong danh sách.',
    en: 'This rubric belongs to neither the class nor its programme. Choose one of the list.',
  },
  rubric_in_use: {
    kind: 'conflict',
    vi: 'Bài này đã có người chấm theo phiếu hiện tại nên không đổi phiếu được. Chấm tiếp theo phiếu này.',
    en: 'Marking has begun with the present rubric, so it cannot be changed. Go on with this one.',
  },
});
