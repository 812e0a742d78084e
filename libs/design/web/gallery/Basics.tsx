import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { BackgroundWork } from '../chart/Progress.tsx';
import { Segmented } from '../choice/Segmented.tsx';
import { Tabs } from '../choice/Tabs.tsx';
import {
  IconBell, IconCheck, IconClock, IconClockPause, IconDeviceLaptop, IconFileCheck, IconLock, IconLogout2, IconPlayerPlay, IconPrinter, IconReplace, IconTrash, IconUserX,
} from '../icon/icons.ts';
import { Person } from '../person/Person.tsx';
import { Sheet } from '../sheet/Sheet.tsx';
import { Note, StatusChip, StatusText } from '../status/status.tsx';
import { BulkBar } from '../table/BulkBar.tsx';
import { toast } from '../overlay/toast.ts';
import { Menu } from '../overlay/Menu.tsx';
import { useState } from 'react';
import { ramps } from '../theme/tokens.ts';

const names = { ngoc: 'Ngọc', bien: 'Biển', da: 'Đá vôi', son: 'Sơn son', hophach: 'Hổ phách' } as const;
const sizes = [['h1', 'Đơn vị Nguyễn Ẫn, Ữ, Ộ'], ['h2', 'Vì sao chưa hoàn thành?'], ['xl', 'Lớp tôi phụ trách'], ['lg', 'Chữ thường trên điện thoại, cỡ nền'], ['md', 'Chữ thường trên máy tính, bảng, biểu mẫu'], ['sm', 'Dòng phụ, nguồn số liệu, giờ cập nhật']] as const;
const nothing = () => undefined;

/** Colours and letters. */
export const Ground = () => (
  <div className="gal two">
    <Sheet title="Màu">
      {Object.entries(ramps).map(([key, steps]) => (
        <div key={key} className="row g2 ramp">
          <span className="sm m">{names[key as keyof typeof names]}</span>
          {steps.map((step) => <span key={step}><i style={{ background: step }} /><small>{step.slice(1)}</small></span>)}
        </div>
      ))}
    </Sheet>
    <Sheet title="Chữ: Be Vietnam Pro">
      {sizes.map(([size, text]) => (
        <div key={size} className="typerow"><span className="xs muted">{size}</span><span style={{ font: `${size === 'h1' || size === 'h2' || size === 'xl' ? 600 : 400} var(--t-${size}) var(--font)` }}>{text}</span></div>
      ))}
      <div className="row g6 digits">
        <div><div className="xs muted">Chữ số thường, trong câu</div>1.117.411 đ<br />9.840.320 đ</div>
        <div><div className="xs muted">Chữ số cùng bề ngang, trong cột</div><div className="tn tr">1.117.411 đ<br />9.840.320 đ</div></div>
      </div>
    </Sheet>
  </div>
);

/** Buttons, states as words, work in the background. */
export const Controls = () => (
  <div className="gal three">
    <Sheet title="Nút: mỗi màn hình một nút chính">
      <div className="row g2 wrap">
        <Button variant="primary">Chốt điểm danh</Button><Button icon={IconPrinter}>In phiếu ký</Button><Button variant="tint">Cử đi học</Button>
        <Button variant="quiet">Xem cả 7</Button><Button variant="danger">Thu hồi</Button><Button disabled>Chưa đủ điều kiện</Button>
        <Button variant="primary" loading>Đang lưu</Button><Button size="s">Nhắc</Button>
        <IconButton icon={IconBell} label="Thông báo" count={3} /><IconButton icon={IconTrash} label="Xóa" outlined />
        <Menu
          label="Việc khác" trigger="Việc khác" entries={[
            { id: 'a', label: 'In phiếu ký', icon: IconPrinter, onSelect: nothing }, { kind: 'line', id: 'l' },
            { id: 'b', label: 'Xóa', icon: IconTrash, danger: true, onSelect: nothing },
          ]}
        />
      </div>
    </Sheet>
    <Sheet title="Trạng thái: màu, hình và chữ">
      <div className="row g2 wrap">
        <StatusChip tone="ok" icon={IconCheck}>Có mặt</StatusChip><StatusChip tone="info" icon={IconDeviceLaptop}>Trực tuyến</StatusChip>
        <StatusChip tone="warn" icon={IconClock}>Vào muộn</StatusChip><StatusChip tone="warn" icon={IconLogout2}>Về sớm</StatusChip>
        <StatusChip tone="mute" icon={IconFileCheck}>Vắng có phép</StatusChip><StatusChip tone="act" icon={IconUserX}>Vắng không phép</StatusChip>
        <StatusChip tone="ok" icon={IconReplace}>Đã học bù</StatusChip><StatusChip tone="mute" icon={IconClockPause}>Chờ duyệt</StatusChip>
        <StatusChip tone="ok" icon={IconLock}>Đã chốt</StatusChip><StatusChip tone="info" icon={IconPlayerPlay}>Đang học</StatusChip>
        <StatusChip tone="mute">Đã hủy</StatusChip><StatusChip tone="hot">3 gấp</StatusChip>
      </div>
    </Sheet>
    <Sheet title="Việc chạy nền">
      <div className="col g3">
        <BackgroundWork title="Đang tạo 54 giấy chứng nhận" done={31} total={54} label="31 trên 54 giấy" note="Còn khoảng 20 giây, rời trang được" stop={<a href="#stop" className="xs">Dừng</a>} />
        <div className="row sm"><StatusText tone="ok">Bảng tổng hợp quý 3</StatusText><span className="sp" /><a href="#file">Tải, .xlsx</a></div>
      </div>
    </Sheet>
  </div>
);

/** Choices, banners, bars, people. */
export function Notices() {
  const [view, setView] = useState('all');
  const [tab, setTab] = useState('plan');
  return (
    <div className="gal two">
      <div className="col g3">
        <Note tone="act" title="Bảng điểm LD-PX K01 trễ 6 ngày." action={<Button size="s">Nhắc</Button>}>Còn 18 bài của ThS. Đỗ Quang Vinh.</Note>
        <Note tone="warn" title="Sắp đầy:">lớp SO-ATTT K02 còn 12/50 chỗ, chốt danh sách 28/11.</Note>
        <Note tone="info">Lớp này theo bộ quy tắc bản 3, khóa ngày 06/11/2026. Sửa quy tắc không đổi lớp đã mở.</Note>
        <BulkBar count={12} all={{ total: 50, onAll: nothing }} onClear={nothing}><Button size="s">Nhắc</Button><Button size="s" variant="primary">Xác nhận có mặt</Button></BulkBar>
      </div>
      <div className="col g3">
        <Segmented label="Lọc" value={view} onChange={setView} options={[{ value: 'all', label: 'Tất cả', count: 50 }, { value: 'act', label: 'Cần xem', count: 2, hot: true }, { value: 'room', label: 'Tại phòng', count: 29 }]} />
        <Tabs label="Phần của lớp" value={tab} onChange={setTab} tabs={[{ value: 'plan', label: 'Nội dung' }, { value: 'people', label: 'Học viên', count: 50 }]}><p className="soft">{tab === 'plan' ? '6 buổi học, 24 tiết.' : '50 học viên từ 31 đơn vị.'}</p></Tabs>
        <Sheet><div className="row g4"><span className="sp"><Person name="Nguyễn Thị Hoài Thu" id="thu" sub="Phòng VH-XH, phường Hạ Long" /></span><StatusText tone="ok">Tại phòng</StatusText><span className="tn">07:26</span></div></Sheet>
        <div><Button onClick={() => toast({ message: 'Đã chốt điểm danh buổi 3.', undo: nothing })}>Chốt và báo</Button></div>
      </div>
    </div>
  );
}
