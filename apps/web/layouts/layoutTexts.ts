import type { DesignLanguage } from '@halong/design/web';

const vi = {
  skip: 'Đến nội dung chính',
  mainNav: 'Chính',
  crumbs: 'Đường dẫn',
  search: 'Tìm người, lớp, đơn vị',
  searchKeys: 'Ctrl K',
  news: 'Thông báo',
  help: 'Trợ giúp',
  account: 'Tài khoản',
  language: 'Ngôn ngữ',
  scheme: 'Màu nền',
  light: 'Sáng',
  dark: 'Tối',
  auto: 'Theo máy',
  personas: 'Vai trò',
  signOut: 'Đăng xuất',
  back: 'Quay lại',
  product: 'Halong',
  motto: 'Một lớp học, người trong phòng và người ở xa, cùng một danh sách.',
  about: 'Hệ thống đào tạo, bồi dưỡng cán bộ, công chức, viên chức của tỉnh',
  waiting: 'việc đang chờ',
};

export type LayoutTexts = typeof vi;

const en: LayoutTexts = {
  skip: 'Skip to the main content',
  mainNav: 'Main',
  crumbs: 'Breadcrumb',
  search: 'Find people, classes, units',
  searchKeys: 'Ctrl K',
  news: 'News',
  help: 'Help',
  account: 'Account',
  language: 'Language',
  scheme: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  auto: 'Same as device',
  personas: 'Role',
  signOut: 'Sign out',
  back: 'Back',
  product: 'Halong',
  motto: 'One class: people in the room and people far away, on one list.',
  about: 'Training of the province’s officials and public employees',
  waiting: 'waiting',
};

export const layoutTexts: Record<DesignLanguage, LayoutTexts> = { vi, en };
