import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Kiểm tra chứng chỉ', en: 'Check a certificate' },
  lead: { vi: 'Trang công khai, không cần đăng nhập. Nhập mã in dưới mã QR trên chứng chỉ, giấy chứng nhận.', en: 'A public page, no sign-in needed. Enter the code printed below the QR code of the paper.' },
  code: { vi: 'Mã kiểm tra', en: 'Verification code' },
  codeHint: { vi: '12 ký tự, ví dụ 7K4M-92QX-3WTB. Có gạch nối hay không đều được.', en: '12 signs, such as 7K4M-92QX-3WTB, with or without dashes.' },
  check: { vi: 'Kiểm tra mã', en: 'Check the code' },
  another: { vi: 'Kiểm tra mã khác', en: 'Check another code' },
  valid: { vi: 'Chứng chỉ thật, còn hiệu lực', en: 'Genuine and valid' },
  revoked: { vi: 'Chứng chỉ đã bị thu hồi', en: 'This certificate is revoked' },
  revokedWhy: { vi: 'Chứng chỉ này từng được cấp nhưng không còn giá trị sử dụng.', en: 'It was issued once and is no longer valid.' },
  unknown: { vi: 'Không tìm thấy mã này', en: 'This code was not found' },
  unknownWhy: { vi: 'Không có chứng chỉ nào mang mã {code}. So lại từng ký tự với bản giấy; nếu vẫn không thấy, liên hệ cơ sở ghi trên chứng chỉ.', en: 'No certificate has the code {code}. Compare it with the paper sign by sign; if it is still not found, contact the institution named on it.' },
  checkedAt: { vi: 'Kiểm tra lúc {time}', en: 'Checked at {time}' },
  holder: { vi: 'Người được cấp', en: 'Holder' },
  born: { vi: 'Sinh năm {year}', en: 'Born in {year}' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  number: { vi: 'Số vào sổ', en: 'Register number' },
  issuedOn: { vi: 'Cấp ngày {date}', en: 'Issued on {date}' },
  privacy: { vi: 'Trang này không hiện số định danh, ngày sinh đầy đủ và đơn vị công tác.', en: 'This page shows neither the personal number nor the full date of birth nor the workplace.' },
});
