/** Vietnam has had one offset without summer time since 1975; the server stores UTC and decides in this zone. */
export const provinceZone = 'Asia/Ho_Chi_Minh';
const offsetMs = 7 * 3_600_000;

/** The calendar day (yyyy-MM-dd) in the province at this instant. */
export function dayOf(at: Date | number): string {
  return new Date(Number(at) + offsetMs).toISOString().slice(0, 10);
}

/** The instant at which a wall-clock time of the province happens: `instantOf('2026-10-01', '07:30')`. */
export function instantOf(day: string, time = '00:00'): Date {
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}

/** The wall-clock time HH:mm in the province. */
export function timeOf(at: Date | number): string {
  return new Date(Number(at) + offsetMs).toISOString().slice(11, 16);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** dd/MM/yyyy, as people here write it. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** Every answer of the API says in this header what the product's clock showed (ISO, UTC). */
export const nowHeader = 'x-halong-now';
