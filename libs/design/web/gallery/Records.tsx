import { useState } from 'react';
import { Button } from '../button/Button.tsx';
import { BarRows } from '../chart/BarRows.tsx';
import { EvidenceBar } from '../chart/EvidenceBar.tsx';
import { PeriodCells } from '../chart/PeriodCells.tsx';
import { Progress } from '../chart/Progress.tsx';
import { StackedBar } from '../chart/StackedBar.tsx';
import { Icon } from '../icon/Icon.tsx';
import { IconAlertTriangle, IconCheck, IconCircleCheck, IconCircleX, IconClockPlay, IconFileUpload, IconMailOpened, IconPencil, IconScale, IconUserExclamation, IconUserPlus } from '../icon/icons.ts';
import { ConditionTree } from '../list/ConditionTree.tsx';
import { NeedRow, TaskItem } from '../list/NeedRow.tsx';
import { Steps } from '../list/Steps.tsx';
import { Timeline } from '../list/Timeline.tsx';
import { Kpis, Sheet, Tiles } from '../sheet/Sheet.tsx';
import { Note, StatusText } from '../status/status.tsx';
import type { Column, Sort } from '../table/columns.ts';
import { DataTable } from '../table/DataTable.tsx';
import { budget, conditions, needs, places, rows, type SampleRow, timeline } from './samples.tsx';

const columns: readonly Column<SampleRow>[] = [
  { key: 'name', head: 'Học viên', sortable: true, cell: (row) => <><span className="m">{row.name}</span><span className="xs muted" style={{ display: 'block', fontWeight: 400 }}>{row.unit}</span></> },
  { key: 'mode', head: 'Cách học', phone: 'plain', cell: (row) => <StatusText tone={row.online ? 'info' : 'ok'} icon={row.online ? places.online : places.room}>{row.online ? 'Trực tuyến' : 'Tại phòng'}</StatusText> },
  { key: 'from', head: 'Vào', align: 'right', sortable: true, cell: (row) => row.from },
  { key: 'to', head: 'Ra', align: 'right', cell: (row) => row.to },
  { key: 'marks', head: 'Tiết 1–4', phone: 'plain', cell: (row) => <PeriodCells marks={row.marks} /> },
  { key: 'do', head: 'Việc', headHidden: true, actions: true, align: 'right', cell: () => <Button size="s">Xem</Button> },
];

/** A table with everything on it. */
export function Tables() {
  const [sort, setSort] = useState<Sort>({ key: 'name', direction: 'asc' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['p2']));
  const [page, setPage] = useState(1);
  return (
    <Sheet title="Điểm danh buổi 3" padded={false}>
      <DataTable
        caption="Học viên của buổi 3" columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => row.name} sort={sort} onSort={setSort}
        selected={selected} onSelect={setSelected} bulkActions={<Button size="s" variant="primary">Xác nhận có mặt</Button>}
        pages={{ page, pageSize: 50, total: 1187, onPage: setPage }} onOpen={() => undefined}
      />
    </Sheet>
  );
}

/** Lists of work and the numbers above them. */
export const Work = () => (
  <>
    <Kpis
      kpis={[
        { label: 'Đã hoàn thành', value: '44', of: '/64 lớp', note: 'Thêm 11 lớp trước 31/12', to: '/' },
        { label: 'Đã học xong', value: '3.214', of: '/3.900 lượt người', note: '2.587 người, mỗi người 1,2 lượt', to: '/' },
        { label: 'Công chức toàn tỉnh', value: '83%', of: ' đủ 40 tiết', note: '1.054 người chưa đủ, 412 chưa có lớp', tone: 'act', to: '/' },
      ]}
    />
    <Sheet><Steps label="Nhập dữ liệu" steps={['Chọn tệp', 'Ghép cột', 'Thử nhập, xem lỗi', 'Ghi vào hệ thống']} current={2} /></Sheet>
    <Tiles
      tiles={[
        { value: 38, label: 'Thêm mới', note: 'tài khoản chưa kích hoạt', icon: IconUserPlus, tone: 'ok' }, { value: 133, label: 'Cập nhật', note: '41 đổi đơn vị, 92 đổi chức danh', icon: IconPencil, tone: 'ok' },
        { value: 9, label: 'Nên xem lại', note: 'vẫn nhập được', icon: IconAlertTriangle, tone: 'warn' }, { value: 6, label: 'Bị loại', note: 'phải sửa mới nhập được', icon: IconCircleX, tone: 'act' },
      ]}
    />
    <div className="gal two">
      <Sheet title="Cần xử lý" padded={false}>{needs.map((need, index) => <NeedRow key={index} {...need} action={<Button size="s" variant={index === 0 ? 'primary' : 'default'}>Xem</Button>} />)}</Sheet>
      <Sheet title="Cần chị làm" padded={false}>
        <TaskItem icon={IconFileUpload} tone="act" title="Nộp bài tập tình huống 1" detail="Hạn 23:59 hôm nay, còn 16 giờ" to="/" />
        <TaskItem icon={IconMailOpened} tone="warn" title="Trả lời giấy triệu tập" detail="An toàn thông tin K02, trước 24/11" to="/" />
      </Sheet>
    </div>
  </>
);

/** Evidence, conditions, charts. */
export const Proof = () => (
  <div className="gal three">
    <Sheet title="Vì sao 3/4 tiết?">
      <div className="col g4">
        <p>Mất kết nối <b>27 phút</b> trong tiết 2. Tiết 2 có mặt 18/45 phút (40%), dưới mức 80%.</p>
        <EvidenceBar
          label="Có kết nối 07:28 đến 08:22 và 08:49 đến 10:45, mất kết nối 27 phút trong tiết 2"
          periods={[{ label: 'Tiết 1', from: 0, to: 45 }, { label: 'Tiết 2', from: 45, to: 90 }, { label: 'Tiết 3', from: 105, to: 150 }, { label: 'Tiết 4', from: 150, to: 195 }]}
          present={[{ from: 0, to: 52 }, { from: 79, to: 90 }, { from: 105, to: 195 }]} gaps={[{ from: 52, to: 79 }]} pings={[22, 121]}
          legend={{ present: 'Có kết nối', gap: 'Mất kết nối', ping: 'Đã trả lời kiểm tra' }}
        />
        <Timeline label="Ghi nhận trong buổi" entries={timeline} />
        <Note tone="info" icon={IconScale} title="Quy tắc đang áp dụng:">1 tiết trực tuyến được tính khi có mặt từ 80% thời lượng.</Note>
      </div>
    </Sheet>
    <Sheet title="Vì sao chưa hoàn thành?"><ConditionTree summary="Cần đủ 3, đã đạt 1" conditions={conditions} /></Sheet>
    <div className="col g4">
      <Sheet title="Kinh phí theo nhóm, tỷ đồng"><BarRows title="Kinh phí theo nhóm, tỷ đồng" rows={budget} legend={[{ look: 'b1', label: 'Đã chi' }, { look: 'expected', label: 'Cam kết' }, { look: 'total', label: 'Được giao' }]} /></Sheet>
      <Sheet title="Năm nay: 26/40 tiết" aside={<span className="warn-t m">Còn thiếu 14</span>}>
        <Progress parts={[{ value: 26 }, { value: 14, look: 'expected' }]} max={40} size="m" label="26 trên 40 tiết, lớp này thêm 14" />
        <p className="soft" style={{ marginTop: 6 }}>Xong lớp này chị có <b>50</b> tiết, đủ năm 2026.</p>
      </Sheet>
    </div>
  </div>
);

/** One bar to a total. */
export const Totals = () => (
  <Sheet>
    <StackedBar
      label="58 người đã đủ, 15 sẽ đủ, 9 chưa có lớp" aside={<span>Cùng kỳ năm trước: 64%</span>}
      parts={[
        { id: 'done', value: 58, look: 'done', label: '58 người đã đủ 40 tiết', note: 'đã đủ, bằng 71%', icon: IconCircleCheck },
        { id: 'soon', value: 15, look: 'expected', label: '15 sẽ đủ', note: 'đang học hoặc đã có tên trong lớp', icon: IconClockPlay },
        { id: 'gap', value: 9, look: 'gap', label: '9', note: 'chưa có lớp', icon: IconUserExclamation },
      ]}
    />
    <p className="row soft sm" style={{ marginTop: 8 }}><Icon of={IconCheck} />Số liệu lúc 14:05.</p>
  </Sheet>
);
