const control = /[\p{Cc}\u2028\u2029]+/gu;

/** What goes into a header line: no line breaks or other control characters, which could begin a header of their own. */
export const headerText = (text: string, maxLength: number): string => text.normalize('NFC').replace(control, ' ').replace(/\s+/g, ' ').trim().slice(0, maxLength);

/** One address and nothing else: no list, no name, no line break. Undefined when it is not one. */
export function oneAddress(text: string): string | undefined {
  const address = text.trim();
  return address.length <= 254 && /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(address) ? address : undefined;
}
