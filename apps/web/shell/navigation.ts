import {
  IconActivity, IconAward, IconBell, IconBooks, IconCalendarWeek, IconCertificate, IconClipboardCheck, IconFileImport, IconHome, IconMail, IconMenu2, IconQrcode,
  IconPencil, IconReportAnalytics, IconScale, IconSchool, IconSitemap, IconSun, IconUserCog, IconUserPlus, IconUsers, IconBuilding, IconWriting,
} from '@halong/design/web';
import type { Persona } from '@halong/identity/contract';
import { defineTexts, type Language } from '@halong/platform/contract';
import type { NavItem } from '../layouts/index.ts';

export const sayNavigation = defineTexts({
  trainee: { vi: 'Học viên', en: 'Trainee' },
  lecturer: { vi: 'Giảng viên', en: 'Lecturer' },
  coordinator: { vi: 'Giáo vụ', en: 'Class coordinator' },
  'unit-head': { vi: 'Thủ trưởng đơn vị', en: 'Unit head' },
  manager: { vi: 'Quản lý đào tạo', en: 'Training manager' },
  certificate: { vi: 'Cấp chứng chỉ', en: 'Certificates' },
  admin: { vi: 'Quản trị hệ thống', en: 'System administration' },
  today: { vi: 'Hôm nay', en: 'Today' },
  classes: { vi: 'Lớp học', en: 'Classes' },
  myClasses: { vi: 'Lớp của tôi', en: 'My classes' },
  timetable: { vi: 'Lịch học', en: 'Timetable' },
  checkIn: { vi: 'Điểm danh', en: 'Check in' },
  marking: { vi: 'Chấm bài', en: 'Marking' },
  news: { vi: 'Thông báo', en: 'News' },
  work: { vi: 'Bài phải nộp', en: 'Work to submit' },
  record: { vi: 'Hồ sơ', en: 'Record' },
  unit: { vi: 'Đơn vị tôi', en: 'My unit' },
  nominate: { vi: 'Cử đi học', en: 'Nominate' },
  staff: { vi: 'Cán bộ', en: 'Staff' },
  overview: { vi: 'Tổng hợp', en: 'Overview' },
  units: { vi: 'Đơn vị', en: 'Units' },
  programmes: { vi: 'Chương trình', en: 'Programmes' },
  places: { vi: 'Phòng, giờ, ngày nghỉ', en: 'Rooms, bells, holidays' },
  register: { vi: 'Sổ gốc', en: 'Register' },
  organisation: { vi: 'Cây tổ chức', en: 'Organisation' },
  people: { vi: 'Cán bộ', en: 'People' },
  import: { vi: 'Nhập dữ liệu', en: 'Import' },
  accounts: { vi: 'Người dùng', en: 'Users' },
  slips: { vi: 'Phiếu kích hoạt', en: 'Activation slips' },
  rules: { vi: 'Bộ quy tắc', en: 'Rule sets' },
  health: { vi: 'Tình trạng', en: 'Health' },
  mails: { vi: 'Thư đã gửi', en: 'Sent mail' },
  more: { vi: 'Thêm', en: 'More' },
});

type Key = Parameters<typeof sayNavigation>[1];
interface Entry { key: Key; to: string; icon: NavItem['icon'] }

const entry = (key: Key, to: string, icon: NavItem['icon']): Entry => ({ key, to, icon });
const today = entry('today', '/today', IconSun);
const news = entry('news', '/notifications', IconBell);
const classes = entry('classes', '/classes', IconSchool);
const timetable = entry('timetable', '/timetable', IconCalendarWeek);
const marking = entry('marking', '/marking', IconWriting);
const programmes = entry('programmes', '/programmes', IconBooks);
const places = entry('places', '/places', IconBuilding);
const overview = entry('overview', '/overview', IconReportAnalytics);
const units = entry('units', '/overview/units', IconSitemap);
const register = entry('register', '/certificates', IconAward);
const unit = entry('unit', '/unit', IconHome);
const nominate = entry('nominate', '/unit/nominations', IconUserPlus);
const staff = entry('staff', '/unit/staff', IconUsers);
const record = entry('record', '/record', IconCertificate);
const people = entry('people', '/people', IconUsers);
const importing = entry('import', '/imports', IconFileImport);
const accounts = entry('accounts', '/accounts', IconUserCog);
/** Where a bar of five has no room for the whole rail, its last place leads to the rest. */
const more = entry('more', '/more', IconMenu2);

/** What each home offers: the rail on a desk and the bar of five on a phone, whose middle is the daily verb. */
const homes: Record<Persona, { home: string; rail: Entry[]; bar: Entry[] }> = {
  trainee: {
    home: '/today',
    rail: [today, entry('myClasses', '/classes', IconSchool), timetable, entry('checkIn', '/check-in', IconQrcode), entry('work', '/assignments', IconPencil), record, news],
    bar: [today, classes, entry('checkIn', '/check-in', IconQrcode), news, record],
  },
  lecturer: { home: '/today', rail: [today, timetable, classes, marking, record, news], bar: [today, classes, marking, news, more] },
  coordinator: {
    home: '/today',
    rail: [today, classes, timetable, marking, programmes, places, news],
    bar: [today, classes, timetable, news, more],
  },
  'unit-head': { home: '/unit', rail: [unit, nominate, staff, news], bar: [unit, staff, nominate, news, record] },
  manager: { home: '/overview', rail: [today, overview, classes, units, programmes, register, news], bar: [overview, classes, register, news, more] },
  certificate: { home: '/today', rail: [today, register, classes, news], bar: [today, register, classes, news, record] },
  admin: {
    home: '/today',
    rail: [
      today, importing, entry('organisation', '/organisation', IconSitemap), people, accounts, entry('slips', '/activation-slips', IconClipboardCheck), programmes, classes, places,
      entry('rules', '/rule-sets', IconScale), entry('mails', '/mails', IconMail), entry('health', '/health', IconActivity),
    ],
    bar: [today, importing, people, accounts, more],
  },
};

export const homeOf = (persona: Persona): string => homes[persona].home;

/** `hot`: what waits, by address. */
export function navigationOf(persona: Persona, language: Language, hot: Readonly<Record<string, number | undefined>> = {}): { rail: NavItem[]; bar: NavItem[] } {
  const item = ({ key, to, icon }: Entry): NavItem => ({ label: sayNavigation(language, key), to, icon, end: to === '/overview' || to === '/unit', ...(hot[to] ? { hot: hot[to] } : {}) });
  return { rail: homes[persona].rail.map(item), bar: homes[persona].bar.map(item) };
}

/** What the bar of a phone has no room for. */
export function restOf(persona: Persona, language: Language): NavItem[] {
  const { rail, bar } = navigationOf(persona, language);
  return rail.filter(({ to }) => !bar.some((item) => item.to === to));
}

/** Every screen of somebody's homes once, for the search. */
export function screensOf(personas: readonly Persona[], language: Language): { label: string; to: string; icon: NavItem['icon'] }[] {
  const entries = personas.flatMap((persona) => homes[persona].rail);
  return [...new Map(entries.map((one) => [one.to, one])).values()].map(({ key, to, icon }) => ({ label: sayNavigation(language, key), to, icon }));
}
