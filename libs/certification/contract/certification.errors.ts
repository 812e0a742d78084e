import { defineErrors } from '@halong/platform/contract';

/** Every expected refusal of this domain. */
export const certificationErrors = defineErrors('certification', {
  no_recognition: {
    kind: 'conflict',
    vi: 'Lớp chưa có quyết định công nhận kết quả. Ghi quyết định ở bảng điểm rồi cấp chứng chỉ.',
    en: 'The results of the class are not recognised by a decision. Record the decision at the grade sheet, then issue.',
  },
  nobody_complete: {
    kind: 'conflict',
    vi: 'Không còn ai hoàn thành mà chưa có chứng chỉ. Xem trang hoàn thành để biết từng người còn thiếu gì.',
    en: 'Nobody who is complete is without a certificate. The completion page says what each person misses.',
  },
  no_credential: {
    kind: 'conflict',
    vi: 'Chương trình này cấp bằng tốt nghiệp, không cấp chứng chỉ hay giấy chứng nhận ở đây.',
    en: 'This programme ends with a diploma; neither certificate nor attestation is issued here.',
  },
  institution_code: {
    kind: 'conflict',
    vi: 'Mã “{code}” của cơ sở đào tạo không dùng được trong số vào sổ. Sửa mã đơn vị: chỉ chữ in hoa không dấu, số và gạch nối.',
    en: 'The code “{code}” of the institution cannot stand in a register number. Correct it: capital letters without marks, digits and hyphens only.',
  },
  not_issued: {
    kind: 'conflict',
    vi: 'Bản điện tử đang được tạo. Tải lại sau ít phút.',
    en: 'The electronic copy is being made. Try again in a few minutes.',
  },
  paper_withdrawn: {
    kind: 'conflict',
    vi: 'Chứng chỉ này đã bị thu hồi theo {decision} nên không còn bản để tải. Liên hệ cơ sở cấp nếu cần giải thích.',
    en: 'This certificate is revoked by {decision}, so its paper is no longer handed out. Contact the institution if you need an explanation.',
  },
  already_revoked: {
    kind: 'conflict',
    vi: 'Chứng chỉ này đã bị thu hồi theo {decision}.',
    en: 'This certificate is revoked already by {decision}.',
  },
  code_unknown: {
    kind: 'not_found',
    vi: 'Không có chứng chỉ nào mang mã này. So lại từng ký tự với bản giấy; nếu vẫn không thấy, liên hệ cơ sở cấp.',
    en: 'No certificate has this code. Compare it with the paper sign by sign; if it is still not found, contact the institution that issued it.',
  },
});
