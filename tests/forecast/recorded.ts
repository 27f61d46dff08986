// A small recorded queue made up from a seed: two halls, two services each, some days of a few hours.
import { randomFrom } from '../../server/training/random.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** Seconds after midnight as HH:MM:SS. */
export const clock = (seconds: number) =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`

export interface Files {
  readonly visits: string[]
  readonly counters: string[]
}

export const heads = {
  visits: 'hall,day,service,number,arrived,called,started,finished,priority',
  counters: 'hall,day,service,at,open',
}

/** Rows without their heads. `from`: the first day's number in January 2030, a Tuesday on the 1st. */
export function recorded(seed: number, from: number, days: number): Files {
  const random = randomFrom(seed)
  const files: Files = { visits: [], counters: [] }
  for (let day = from; day < from + days; day += 1)
    for (const hall of ['north', 'south'])
      for (const [service, minutes, open] of [
        ['card', 6, 2],
        ['permit', 11, 1],
      ] as const) {
        const key = `${hall},2030-01-${two(day)},${service}`
        const free = Array.from({ length: open }, () => 8 * 3600)
        files.counters.push(
          `${key},08:00:00,${open}`,
          `${key},11:00:00,0`,
          `${key},11:20:00,${open}`,
          `${key},14:00:00,0`,
        )
        let at = 7.9 * 3600
        for (let number = 1; number <= 26; number += 1) {
          at += -Math.log(1 - random()) * (minutes / open) * 65
          const place = (free[0] ?? 0) <= (free[1] ?? Infinity) ? 0 : 1
          let called = Math.max(at, free[place] ?? 0)
          if (called > 11 * 3600 && called < 11 * 3600 + 1200) called = 11 * 3600 + 1200
          const took = minutes * 60 * Math.exp(0.6 * (random() + random() + random() - 1.5) * 1.15)
          free[place] = called + took
          const end = called > 14 * 3600 ? '' : clock(called)
          files.visits.push(`${key},${number},${clock(at)},${end},,,${random() < 0.1 ? 1 : ''}`)
        }
      }
  return files
}

export const textOf = (head: string, rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`
