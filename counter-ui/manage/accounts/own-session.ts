// What the server says of an own session, in words.
import { formatDay, formatTime } from '../../../screens/format.ts'
import { manageText } from '../texts/index.ts'

/** Instants are ISO 8601 in UTC; `browser` and `system` are names, null where the browser does not say. */
export interface OwnSession {
  id: string
  current: boolean
  browser: string | null
  system: string | null
  address: string | null
  since: string
  lastUsedAt: string
  endsAt: string
}

/** `Chrome di Windows`. */
export function whereText({ browser, system }: OwnSession): string {
  if (browser !== null && system !== null) return manageText('accounts.onSystem', { browser, system })
  return browser ?? system ?? manageText('accounts.unknownBrowser')
}

/** `Sejak Selasa, 24 November 2026, pukul 08.10, terakhir dipakai pukul 09.41, dari 192.168.1.20`. */
export function sinceText({ since, lastUsedAt, address }: OwnSession): string {
  const day = formatDay(lastUsedAt)
  const time = formatTime(lastUsedAt)
  return [
    manageText('accounts.since', { day: formatDay(since), time: formatTime(since) }),
    day === formatDay(since)
      ? manageText('accounts.lastUsed', { time })
      : manageText('accounts.lastUsedDay', { day, time }),
    ...(address === null ? [] : [manageText('accounts.from', { address })]),
  ].join(', ')
}
