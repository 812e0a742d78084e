import { IconCalendarExclamation, IconClockExclamation, IconDeviceLaptop, IconDeviceMobile, IconDoorEnter, IconFlag3, IconHandStop, IconLogout2, IconUserExclamation, IconWifiOff } from '../icon/icons.ts';
import type { Condition } from '../list/ConditionTree.tsx';
import type { NeedProps } from '../list/NeedRow.tsx';
import type { TimelineEntry } from '../list/Timeline.tsx';
import type { BarRow } from '../chart/BarRows.tsx';
import type { PeriodMark } from '../chart/PeriodCells.tsx';

/** Fictional people and records for the component sheet. */
export interface SampleRow {
  id: string;
  name: string;
  unit: string;
  online: boolean;
  from: string;
  to: string;
  marks: readonly PeriodMark[];
}

const all: readonly PeriodMark[] = ['counted', 'counted', 'counted', 'counted'];

export const rows: readonly SampleRow[] = [
  { id: 'p1', name: 'Bùi Thị Lan Anh', unit: 'Phường Bãi Cháy', online: false, from: '07:21', to: '10:46', marks: all },
  { id: 'p2', name: 'Vũ Đình Bách', unit: 'Xã Hải Sơn', online: true, from: '07:28', to: '10:45', marks: ['counted', 'not', 'counted', 'counted'] },
  { id: 'p3', name: 'Lương Văn Chiến', unit: 'Xã Ba Chẽ', online: true, from: '07:31', to: '10:45', marks: all },
  { id: 'p4', name: 'Đinh Văn Lộc', unit: 'Phường Mạo Khê', online: false, from: '08:04', to: '10:45', marks: ['undecided', 'counted', 'counted', 'counted'] },
];

export const needs: readonly NeedProps[] = [
  { icon: IconUserExclamation, tone: 'act', title: '4 học viên QPAN-3 K02 vượt mức vắng 10%', detail: 'Không đủ điều kiện dự thi 27/11 nếu chưa học bù. Hạn quyết định: 24/11' },
  { icon: IconClockExclamation, tone: 'act', title: 'Bảng điểm LD-PX K01 trễ 6 ngày', detail: 'ThS. Đỗ Quang Vinh còn 18/50 bài chưa chấm, đã nhắc 2 lần' },
  { icon: IconCalendarExclamation, tone: 'warn', title: 'Trùng giảng viên chiều thứ Năm 26/11', detail: 'TS. Trần Đức Minh có hai buổi, LD-PX K01 và VT-HT K02' },
];

export const timeline: readonly TimelineEntry[] = [
  { id: '1', time: '07:28', icon: IconDoorEnter, tone: 'ok', title: 'Vào lớp trực tuyến', detail: 'Trên máy tính' },
  { id: '2', time: '07:52', icon: IconHandStop, tone: 'ok', title: 'Trả lời kiểm tra hiện diện', detail: 'Sau 12 giây' },
  { id: '3', time: '08:22', icon: IconWifiOff, tone: 'warn', title: 'Mất kết nối', detail: 'Máy chủ không còn nhận tín hiệu sau 20 giây' },
  { id: '4', time: '08:49', icon: IconDeviceMobile, tone: 'info', title: 'Vào lại bằng điện thoại', detail: 'Chế độ chỉ tiếng, mạng di động' },
  { id: '5', time: '10:45', icon: IconFlag3, tone: 'ok', title: 'Buổi học kết thúc', detail: 'Có mặt đến hết' },
];

export const conditions: readonly Condition[] = [
  { id: '1', state: 'met', stateWord: 'Đạt', title: 'Dự ít nhất 80% số tiết', fact: '36/40 tiết, tính đến 22/11' },
  {
    id: '2', state: 'failed', stateWord: 'Chưa đạt', title: 'Điểm bài thu hoạch từ 5,0', fact: 'Được 4,5 ngày 20/11',
    parts: [
      { id: '2a', state: 'met', stateWord: 'Đạt', title: 'Đã nộp bài', fact: '18/11, 21:04' },
      { id: '2b', state: 'waiting', stateWord: 'Đang chờ', title: 'Phúc khảo', fact: 'Đã gửi đơn 21/11' },
    ],
  },
  { id: '3', state: 'open', stateWord: 'Chưa làm', title: 'Trả lời phiếu đánh giá lớp', fact: 'Mở đến 30/11' },
];

export const budget: readonly BarRow[] = [
  { id: '1', label: 'Lý luận chính trị', parts: [{ value: 4.4 }, { value: 0.5, look: 'expected' }], total: 5.2, value: '4,4', of: '/5,2' },
  { id: '2', label: 'Quản lý nhà nước', parts: [{ value: 3.3 }, { value: 0.4, look: 'expected' }], total: 4.1, value: '3,3', of: '/4,1' },
  { id: '3', label: 'Vị trí việc làm', parts: [{ value: 2.2 }, { value: 0.4, look: 'expected' }], total: 3, value: '2,2', of: '/3,0' },
  { id: '4', label: 'Chuyển đổi số', parts: [{ value: 1.6 }, { value: 0.2, look: 'expected' }], total: 2.1, value: '1,6', of: '/2,1' },
];

export const places = { online: IconDeviceLaptop, room: IconDoorEnter, early: IconLogout2 } as const;
