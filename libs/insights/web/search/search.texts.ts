import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  search: { vi: 'Tìm người, lớp, đơn vị', en: 'Find people, classes, units' },
  SCREENS: { vi: 'Đi đến', en: 'Go to' },
  PEOPLE: { vi: 'Người', en: 'People' },
  CLASSES: { vi: 'Lớp học', en: 'Classes' },
  PROGRAMMES: { vi: 'Chương trình', en: 'Programmes' },
  UNITS: { vi: 'Đơn vị', en: 'Units' },
  more: { vi: '{shown}/{total}, gõ thêm để thu hẹp', en: '{shown} of {total}, type more to narrow' },
  allPeople: { vi: 'Xem cả {total} người có “{text}”', en: 'See all {total} {total|person|people} with “{text}”' },
  late: { vi: 'Tìm quá lâu nên đã dừng: {kinds}. Gõ thêm chữ để thu hẹp.', en: 'Took too long and was stopped: {kinds}. Type more to narrow it.' },
  none: { vi: 'Không thấy “{text}” trong những gì anh chị được xem. Thử một phần tên hoặc mã lớp, không cần gõ dấu.', en: '“{text}” is not among what you may see. Try a part of the name or the class code; marks are not needed.' },
  count: { vi: '{count} kết quả', en: '{count} {count|result|results}' },
  typing: { vi: 'Gõ từ 2 chữ cái, không cần dấu', en: 'Type two letters or more, marks are not needed' },
  keysMove: { vi: '↑ ↓ để chọn', en: '↑ ↓ to choose' },
  keysOpen: { vi: 'Enter để mở', en: 'Enter to open' },
  keysClose: { vi: 'Esc để đóng', en: 'Esc to close' },
});
