// Which files and texts the boards show beside the calls, and when.
import { describe, expect, it } from 'vitest'
import {
  filesDue,
  isDue,
  linesDue,
  minutesToChange,
  MOST_FILES,
  MOST_LINES,
} from '../../server/hall/board.ts'
import { kindOf } from '../../server/media/kind.ts'
import { hasRoom } from '../../display-ui/Board.tsx'
import type { BoardCall } from '../../server/live/board.ts'
import { planFaults } from '../../server/hall/plan-faults/plan-faults.ts'
import type { MediaRules, Schedule } from '../../server/hall/equipment.ts'
import { smallPlan } from './small-plan.ts'

/** A Tuesday. */
const day = '2026-11-24'
const at = (time: string, on = day) => ({
  day: on,
  minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
})
const file = (name: string) => ({ name })
const names = (rules: MediaRules | undefined, of: string[], zone: string | null = null) =>
  filesDue(rules, of.map(file), at('10:00'), zone).map((one) => one.file.name)

describe('the schedule of media', () => {
  it.each<[string, Schedule, [time: string, day: string, due: boolean][]]>([
    [
      'days from',
      { from: day },
      [
        ['10:00', '2026-11-23', false],
        ['00:00', day, true],
      ],
    ],
    [
      'days to',
      { to: day },
      [
        ['23:59', day, true],
        ['00:00', '2026-11-25', false],
      ],
    ],
    [
      'weekdays',
      { days: [1, 2] },
      [
        ['10:00', day, true],
        ['10:00', '2026-11-25', false],
      ],
    ],
    [
      'hours',
      { hours: { from: '08:00', to: '12:30' } },
      [
        ['07:59', day, false],
        ['08:00', day, true],
        ['12:29', day, true],
        ['12:30', day, false],
      ],
    ],
    [
      'hours over midnight, which are of the day they began',
      { hours: { from: '22:00', to: '06:00' }, days: [2], to: day },
      [
        ['21:59', day, false],
        ['22:00', day, true],
        ['05:59', '2026-11-25', true],
        ['06:00', '2026-11-25', false],
        ['05:59', day, false],
        ['22:00', '2026-11-25', false],
      ],
    ],
  ])('[B3] media are shown when and where the plan says: %s', (_name, schedule, moments) => {
    const seen = moments.map(([time, on]) => [time, on, isDue(schedule, at(time, on), null)])
    expect(seen).toEqual(moments)
  })

  it('[B3] media are shown when and where the plan says: by zone, and files it does not name everywhere', () => {
    const rules = { files: [{ file: 'a.png', zones: ['depan'] }] }
    expect(names(rules, ['a.png', 'b.png'], 'depan')).toEqual(['a.png', 'b.png'])
    expect(names(rules, ['a.png', 'b.png'], 'lantai-2')).toEqual(['b.png'])
    // A board of the whole hall belongs to no zone.
    expect(names(rules, ['a.png', 'b.png'])).toEqual(['b.png'])
    expect(names(undefined, ['a.png'])).toEqual(['a.png'])
  })

  it('a picture is shown for its own time, else the common one, else ten seconds', () => {
    const seconds = (rules: MediaRules | undefined) =>
      filesDue(rules, ['a.png', 'b.png'].map(file), at('10:00'), null).map((one) => one.seconds)
    expect(seconds(undefined)).toEqual([10, 10])
    expect(seconds({ seconds: 20, files: [{ file: 'a.png', seconds: 5 }] })).toEqual([5, 20])
  })

  it('a board is told of a bounded number of files and words, however many there are', () => {
    const many = Array.from({ length: 200 }, (_, nth) => `${nth}.png`)
    expect(names(undefined, many)).toHaveLength(MOST_FILES)
    const line = { text: { id: 'x'.repeat(10_000), en: '👋'.repeat(5_000) } }
    const lines = linesDue({ lines: Array.from({ length: 20 }, () => line) }, at('10:00'), null)
    expect(lines).toHaveLength(MOST_LINES)
    expect(lines[0]).toEqual({ id: 'x'.repeat(300), en: '👋'.repeat(300) })
    // Also where only one language says so much.
    const uneven = { text: { id: 'x'.repeat(301), en: 'x' } }
    expect(linesDue({ lines: [uneven] }, at('10:00'), null)).toEqual([{ id: 'x'.repeat(300), en: 'x' }])
  })

  it('is looked at again when hours begin or end, and at midnight', () => {
    const rules: MediaRules = {
      files: [{ file: 'a.png', hours: { from: '08:00', to: '12:30' } }],
      lines: [{ text: { id: 'a', en: 'a' }, hours: { from: '22:00', to: '06:00' } }],
    }
    expect([minutesToChange(rules, at('07:00')), minutesToChange(rules, at('08:00'))]).toEqual([60, 270])
    expect([minutesToChange(rules, at('23:00')), minutesToChange(undefined, at('23:59'))]).toEqual([60, 1])
  })
})

const rows = (...statuses: BoardCall['status'][]) => statuses.map((status) => ({ status }) as BoardCall)

it.each<[others: BoardCall['status'][], missed: number, room: boolean]>([
  [[], 0, true],
  [['serving', 'serving', 'serving', 'serving', 'serving'], 0, true],
  [['called', 'serving'], 2, true],
  [['called', 'called'], 0, false],
  [['called'], 3, false],
  [[], 3, true],
  [[], 4, false],
])(
  '[B5] a call always comes before media: %j and %i missed beside it leave room: %s',
  (others, missed, room) => {
    expect(hasRoom(rows(...others), rows(...Array.from({ length: missed }, () => 'missed' as const)))).toBe(
      room,
    )
  },
)

it('[B4] a file is what its content says', async () => {
  const kind = (content: string) => {
    const file = Buffer.from(content, 'latin1')
    return kindOf({ size: file.length, read: async (from, length) => file.subarray(from, from + length) })
  }
  expect(await kind('GIF89a\x40\x01\xf0\x00, whatever it is called')).toBe('image/gif')
  expect(await kind('<svg xmlns="http://www.w3.org/2000/svg"/>')).toEqual({ why: 'unsupported' })
})

describe('what a plan says of media', () => {
  const faults = (media: unknown) => planFaults({ ...smallPlan, media })

  it('may be nothing, or everything', () => {
    expect(faults({})).toEqual([])
    const schedule = {
      from: '2026-11-24',
      to: '2026-12-24',
      days: [1, 5],
      hours: { from: '22:00', to: '06:00' },
      zones: [smallPlan.zones[0]?.id],
    }
    expect(
      faults({
        seconds: 15,
        files: [{ file: 'Jam layanan 😀 100%.png', seconds: 3, ...schedule }],
        lines: [{ text: { id: 'Hari ini tutup pukul 12.00', en: 'Closes at 12.00 today' }, ...schedule }],
      }),
    ).toEqual([])
  })

  it('is checked like the rest of it', () => {
    const text = { id: 'a', en: 'a' }
    expect(
      faults({
        files: [
          { file: 'a.png', zones: ['bulan'] },
          { file: 'a.png', from: '2026-02-30', days: [1, 1] },
        ],
        lines: [{ text, zones: ['bulan', 'bulan'] }],
      }).map(({ at: place, code }) => [place, code]),
    ).toEqual([
      ['media.files[1].file', 'listed-twice'],
      ['media.files[0].zones[0]', 'unknown-id'],
      ['media.files[1].from', 'day-unreal'],
      ['media.files[1].days[1]', 'listed-twice'],
      ['media.lines[0].zones[0]', 'unknown-id'],
      ['media.lines[0].zones[1]', 'unknown-id'],
      ['media.lines[0].zones[1]', 'listed-twice'],
    ])
    expect(faults({ lines: [{ text: { id: 'a' } }] })).not.toEqual([])
    expect(faults({ seconds: 0 })).toMatchObject([{ at: 'media.seconds', code: 'out-of-range' }])
    const foreign = { ...smallPlan, languages: ['id', 'en', 'ban'], media: { lines: [{ text }] } }
    expect(planFaults(foreign)).toContainEqual({
      at: 'media.lines[0].text',
      code: 'text-missing',
      detail: { language: 'ban' },
    })
  })
})
