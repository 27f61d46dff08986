// Days as people type them: in a date cell, or as text like 17 Agustus 2026 or 17/8/2026, the day first.
import { lookUp } from '../hall/look-up.ts'
import { type Cell, isDay } from './cell.ts'

const months = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  agt: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  des: 12,
  dec: 12,
}

export type ReadDay =
  | { readonly day: string }
  | { readonly fault: 'not-a-day' | 'day-unreal' | 'day-as-number' }

/** The day that a cell names, as `2026-08-17`. */
export function readDay(cell: Cell): ReadDay {
  if (isDay(cell)) return { day: cell.day }
  if (typeof cell === 'number') return { fault: 'day-as-number' }
  if (typeof cell !== 'string') return { fault: 'not-a-day' }
  const typed = cell.trim()
  // The time of day that a program itself adds to a date.
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(typed)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed)
  if (numbers) return real(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]))
  const words = /^(?:[\p{L}']+,? +)?(\d{1,2})[ -]([\p{L}]{3,})\.?[ -](\d{4})$/u.exec(typed)
  const month = words ? lookUp(months, (words[2] ?? '').slice(0, 3).toLowerCase()) : undefined
  return words && month !== undefined
    ? real(Number(words[3]), month, Number(words[1]))
    : { fault: 'not-a-day' }
}

function real(year: number, month: number, day: number): ReadDay {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1900
  return isReal ? { day: at.toISOString().slice(0, 10) } : { fault: 'day-unreal' }
}
