// The date and the time of the hall as a slip writes them.

/** `24 November 2026`, with the weekday before it, in the language; one the system doesn't know reads Indonesian. */
export function dateText(at: number, timeZone: string, language: string): string {
  return format(language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
}

/** `Sel, 24 Nov 2026`: as short as it can be read, so that the time has room beside it on the narrow paper. */
export function shortDateText(at: number, timeZone: string, language: string): string {
  return format(language, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }, at)
}

/** `09.05 WITA`: the clock on the wall, with the zone's name as people in Indonesia know it. */
export function timeText(at: number, timeZone: string, language: string): string {
  const clock = format(language, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at)
  // English knows WITA as GMT+8 only; the people of the hall don't.
  const parts = new Intl.DateTimeFormat('id', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${clock} ${zone}`.trim()
}

function format(language: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const locale = language === 'en' ? 'en-GB' : language
  const known = Intl.DateTimeFormat.supportedLocalesOf(locale)
  return new Intl.DateTimeFormat([...known, 'id'], options).format(at)
}
