/** What a JSON column holds: it arrives as text on MariaDB and parsed on MySQL. Whoever reads it says or checks what it is. */
export const jsonIn = <T = unknown>(stored: unknown): T => (typeof stored === 'string' ? JSON.parse(stored) : stored) as T;
