import { dayOf, formatDay } from '@halong/platform/contract';
import type { Slip } from './slip-pdf/render-slips.ts';

/** The message that carries a code, Vietnamese first. */
export function activationMail({ displayName, login, code, expiresAt }: Slip, publicUrl: string): { subject: string; text: string } {
  const last = formatDay(dayOf(expiresAt));
  const text = `Kính gửi anh/chị ${displayName},

Tài khoản Halong của anh/chị đã sẵn sàng. Để đặt mật khẩu:
1. Mở ${publicUrl}/kich-hoat
2. Nhập mã: ${code}
3. Chọn mật khẩu của riêng mình.

Tên đăng nhập: ${login}
Mã dùng được một lần, đến hết ngày ${last}. Không đưa mã cho người khác, kể cả người tự xưng là quản trị.

---

Your Halong account is ready. Open ${publicUrl}/kich-hoat, enter the code ${code} and choose a password.
Login: ${login}. The code works once, until ${last}. Do not give it to anybody else.
`;
  return { subject: 'Halong: mã kích hoạt tài khoản / account activation code', text };
}
