import { useState } from 'react';
import { Button } from '../button/Button.tsx';
import { CodeInput } from '../field/CodeInput.tsx';
import { ComboField, type ComboOption } from '../field/ComboField.tsx';
import { DateField } from '../field/DateField.tsx';
import { TimeField } from '../field/TimeField.tsx';
import { FileDrop } from '../field/FileDrop.tsx';
import { RadioCards } from '../field/RadioCards.tsx';
import { Checkbox, PasswordField, SearchField, SelectField, TextArea, TextField } from '../field/TextField.tsx';
import { IconUser } from '../icon/icons.ts';
import { ConfirmDialog, DestructiveDialog } from '../overlay/Dialog.tsx';
import { SidePanel } from '../overlay/SidePanel.tsx';
import { Person } from '../person/Person.tsx';
import { Sheet } from '../sheet/Sheet.tsx';
import { EmptyState, ErrorState, ForbiddenState, OfflineState, Skeletons } from '../state/states.tsx';

const people: readonly ComboOption[] = [
  { value: '1', label: 'Nguyễn Thị Hoài Thu', detail: 'Phòng VH-XH, phường Hạ Long' },
  { value: '2', label: 'Trần Anh Thư', detail: 'Xã Kỳ Thượng' },
  { value: '3', label: 'Vũ Đình Bách', detail: 'Xã Hải Sơn' },
];

/** Every field, once right and once wrong. */
export function Forms() {
  const [person, setPerson] = useState<ComboOption>();
  const [date, setDate] = useState('2026-11-22');
  const [time, setTime] = useState('17:00');
  const [files, setFiles] = useState<File[]>([]);
  const [way, setWay] = useState<'move' | 'online'>('move');
  const [code, setCode] = useState('417');
  const [ground, setGround] = useState('');
  const [agreed, setAgreed] = useState(true);
  const [typed, setTyped] = useState('');
  return (
    <div className="gal three">
      <Sheet title="Ô nhập">
        <div className="col g4">
          <TextField label="Tên đăng nhập hoặc thư công vụ" icon={IconUser} defaultValue="thu.nguyenhoai" autoComplete="username" />
          <PasswordField label="Mật khẩu" defaultValue="Halong-2026" aside={<a href="#forgot">Quên mật khẩu</a>} />
          <TextField label="Số định danh" defaultValue="02218400713" error="Số định danh có 11 số, cần đủ 12." inputMode="numeric" />
          <SelectField label="Căn cứ thu hồi" value={ground} onChange={setGround} placeholder="Chọn căn cứ" options={[{ value: 'a', label: 'Tẩy xóa, sửa chữa nội dung' }, { value: 'b', label: 'Cấp sai đối tượng' }]} />
        </div>
      </Sheet>
      <Sheet title="Ngày, người, mã">
        <div className="col g4">
          <DateField label="Ngày học bù" value={date} onChange={setDate} />
          <TimeField label="Giờ học bù" value={time} onChange={setTime} />
          <ComboField label="Người học thay" options={people} value={person} onChange={setPerson} hint="Gõ không dấu cũng tìm được." />
          <SearchField label="Tìm trong danh sách" value={typed} onChange={setTyped} />
          <div className="field"><span className="m">Mã trên màn chiếu</span><CodeInput value={code} onChange={setCode} /></div>
          <Checkbox label="Báo cho 51 người" hint="Gửi trong hệ thống và qua thư." checked={agreed} onChange={setAgreed} />
        </div>
      </Sheet>
      <Sheet title="Lựa chọn, tệp">
        <div className="col g4">
          <RadioCards
            label="Cách xử lý trùng lịch" value={way} onChange={setWay}
            options={[{ value: 'move', title: 'Dời buổi LD-PX K01 sang 27/11', detail: 'Phòng A2.03 còn trống', cost: 'Báo 51 người' }, { value: 'online', title: 'Dạy trực tuyến cả hai lớp', cost: 'Báo 104 người' }]}
          />
          <FileDrop label="Số quyết định, kèm tệp" accept={['.pdf', '.docx']} maxBytes={10 * 1024 ** 2} files={files} onChange={setFiles} />
          <TextArea label="Ghi chú" optional placeholder="Điều người sau cần biết" />
        </div>
      </Sheet>
    </div>
  );
}

/** What a screen shows when there is nothing to show. */
export const States = () => (
  <div className="gal four">
    <Sheet padded={false}><EmptyState title="Chưa có buổi học nào hôm nay" action={<Button size="s">Xem tuần này</Button>}>Buổi gần nhất là thứ Tư 25/11, 07:30, phòng A1.02.</EmptyState></Sheet>
    <Sheet padded={false}><ErrorState problem={{ title: 'Không tải được danh sách lớp', detail: 'Máy chủ không trả lời trong 10 giây.', requestId: '7F3A-2210' }} safe="Những gì anh chị đã nhập vẫn còn." onRetry={() => undefined} /></Sheet>
    <Sheet padded={false}><ForbiddenState title="Anh chị không xem được lớp này" action={<Button size="s">Xin quyền xem</Button>}>Chỉ giáo vụ của lớp và quản lý đào tạo được xem. Người phụ trách: Lê Thu Hằng.</ForbiddenState></Sheet>
    <Sheet padded={false}><OfflineState title="Đang mất mạng" lastSaved="14:20">Điểm danh và bài nháp được giữ trong máy, tự gửi khi có mạng. 2 việc đang chờ.</OfflineState></Sheet>
    <Sheet padded={false}><Skeletons rows={3} /></Sheet>
  </div>
);

/** What opens over the page. */
export function Overlays() {
  const [open, setOpen] = useState<'confirm' | 'revoke' | 'panel'>();
  const close = () => setOpen(undefined);
  return (
    <Sheet title="Hộp thoại và ngăn bên">
      <div className="row wrap">
        <Button onClick={() => setOpen('confirm')}>Mở hộp thoại</Button><Button variant="danger" onClick={() => setOpen('revoke')}>Thu hồi</Button><Button onClick={() => setOpen('panel')}>Mở ngăn bên</Button>
      </div>
      <ConfirmDialog open={open === 'confirm'} onClose={close} title="Chốt điểm danh buổi 3?" lead="48 người được tính đủ 4 tiết, 2 người được tính 3 tiết." confirmLabel="Chốt điểm danh" onConfirm={close} />
      <DestructiveDialog
        open={open === 'revoke'} onClose={close} title="Thu hồi giấy chứng nhận 1842/2026/GCN?" reasonLabel="Căn cứ thu hồi" confirmLabel="Thu hồi giấy chứng nhận" onConfirm={close}
        lead="Trang kiểm tra công khai đổi sang “Đã thu hồi” ngay. Số vào sổ không dùng lại. Bà Nguyễn Thị Hoài Thu và đơn vị nhận thông báo."
      />
      <SidePanel open={open === 'panel'} onClose={close} label="Bằng chứng điểm danh" head={<Person name="Vũ Đình Bách" id="p2" size="l" sub="Xã Hải Sơn · Trực tuyến" />} foot={<Button variant="tint">Giữ 3/4</Button>}>
        <h2>Vì sao 3/4 tiết?</h2><p>Mất kết nối <b>27 phút</b> trong tiết 2.</p>
      </SidePanel>
    </Sheet>
  );
}
