// `npm run forecast -- evaluate`: what would have been told in a recorded queue.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { runForecastCommand } from '../../server/cli/forecast/run.ts'
import { said } from '../../server/forecast/rounded.ts'
import { type Files, heads, recorded, textOf } from './recorded.ts'

const folder = mkdtempSync(join(tmpdir(), 'antre-forecast-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

function file(content: string | Uint8Array, ending = 'csv'): string {
  files += 1
  const path = join(folder, `${files}.${ending}`)
  writeFileSync(path, content)
  return path
}

const visitsFile = ({ visits }: Files) => file(textOf(heads.visits, visits))
const countersFile = ({ counters }: Files) => file(textOf(heads.counters, counters))

function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const code = runForecastCommand([...args, '--language', 'en'], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  })
  return { code, out, err }
}

/** What each visit was told, in the order of the file. */
function toldOf(record: Files, train: Files | null): { told: string[][]; score: Record<string, number> } {
  const each = file('')
  const trained = train ? ['--train', visitsFile(train), '--train-counters', countersFile(train)] : []
  const { code, out, err } = run(
    'evaluate',
    visitsFile(record),
    '--counters',
    countersFile(record),
    '--each',
    each,
    ...trained,
  )
  expect([code, err]).toEqual([0, []])
  expect(out).toHaveLength(1)
  const lines = readFileSync(each, 'utf8').trimEnd().split('\n')
  expect(lines[0]).toBe('hall,day,service,number,lowMinutes,highMinutes,minutes')
  return { told: lines.slice(1).map((line) => line.split(',')), score: JSON.parse(out[0] ?? '') }
}

const train = recorded(1, 7, 3)
const record = recorded(2, 14, 2)
const whole = toldOf(record, train)
const bare = toldOf(record, null)

/** The record without what came after this time of each day, as anybody would cut it who wants to catch a look ahead. */
function cut({ visits, counters }: Files, at: string): Files {
  return {
    visits: visits.flatMap((row) => {
      const cells = row.split(',')
      if ((cells[4] ?? '') > at) return []
      return [cells.map((cell, nth) => (nth === 5 && cell > at ? '' : cell)).join(',')]
    }),
    counters: counters.filter((row) => (row.split(',')[3] ?? '') <= at),
  }
}

const change = ({ visits, counters }: Files, of: (row: string) => string): Files => ({
  visits: visits.map(of),
  counters: counters.map(of),
})

describe('evaluating a record', () => {
  it('answers with the figures of the score', () => {
    expect(Object.keys(whole.score)).toEqual([
      'told',
      'silent',
      'mae',
      'medianAE',
      'bias',
      'coverage',
      'width',
      'longerThanTold',
      'interval',
    ])
    expect(whole.told).toHaveLength(record.visits.length)
    expect(whole.score['told']).toBe(whole.told.filter(([, , , , low]) => low !== '').length)
    const inOrder = whole.told.filter(
      ([, , , , low, high, minutes]) =>
        [low, high, minutes].every((cell) => cell === '') ||
        (low !== '' && Number(low) <= Number(minutes) && Number(minutes) <= Number(high)),
    )
    expect(inOrder).toEqual(whole.told)
    // Made-up days are not hard: a change that tells waits wrong by half an hour has broken something.
    expect(whole.score['mae']).toBeLessThan(15)
    expect(whole.score['coverage']).toBeGreaterThan(0.6)
  })

  it('[FO12] what is judged is the range as it is told, rounded', () => {
    const told = whole.told.flatMap(([, , , , low = '', high, minutes]) =>
      low === '' ? [] : [[low, high, minutes].map(Number) as [number, number, number]],
    )
    for (const [low, high, minutes] of told) {
      // To say it again changes nothing.
      expect(said({ low, median: minutes, high })).toEqual({ low, high, minutes })
      expect(high - low).toBeGreaterThanOrEqual(5)
      for (const end of [low, high]) expect(end % (end < 10 ? 1 : 5)).toBe(0)
    }
    expect(said({ low: 0.2, median: 2.4, high: 3 })).toEqual({ low: 0, high: 5, minutes: 2 })
    expect(said({ low: 13, median: 15.6, high: 19 })).toEqual({ low: 15, high: 20, minutes: 16 })
    expect(said({ low: 52, median: 85, high: 171 })).toEqual({ low: 50, high: 180, minutes: 85 })
  })

  it.each([
    ['11:10:00', train, whole],
    ['12:00:00', null, bare],
  ] as const)('[FO8] nothing from after the moment goes into it: cut at %s', (at, trained, all) => {
    const arrivals = new Map(
      record.visits.map((row) => [row.split(',').slice(0, 4).join(), row.split(',')[4] ?? '']),
    )
    const before = all.told.filter((row) => (arrivals.get(row.slice(0, 4).join()) ?? '') <= at)
    expect(before.length).toBeGreaterThan(30)
    expect(toldOf(cut(record, at), trained).told).toEqual(before)
  })

  it('[FO9] names and dates do not go into it', () => {
    const other = (row: string) =>
      row.replace('north', 'a hall').replace('south', 'Zzz').replace('card', '9').replace('permit', '10')
    const later = (row: string) =>
      row.replace(/2030-01-(\d\d)/, (_, day: string) => `2030-03-${Number(day) + 4}`)
    const changed = (files: Files) => change(change(files, other), later)
    const figures = (told: string[][]) => told.map((row) => row.slice(3))
    expect(figures(toldOf(changed(record), changed(train)).told)).toEqual(figures(whole.told))
  })

  it('[FO10] a record is silent only while no counter is open', () => {
    const open = (row: string[]) => {
      const at =
        record.visits.find((visit) => visit.startsWith(`${row.slice(0, 4).join()},`))?.split(',')[4] ?? ''
      return (at >= '08:00:00' && at < '11:00:00') || (at >= '11:20:00' && at < '14:00:00')
    }
    expect(whole.told.filter(([, , , , low]) => low === '').length).toBeGreaterThan(0)
    for (const { told } of [whole, bare])
      expect(told.filter((row) => open(row) !== (row[4] !== ''))).toEqual([])
  })
})

describe('[FO11] a file that makes no sense is refused with its line', () => {
  const good = 'h,2030-01-01,s,1,08:00:00,08:05:00,,,'
  const counters = textOf(heads.counters, ['h,2030-01-01,s,08:00:00,1'])
  const refused = (visits: string | Uint8Array, others: string | Uint8Array = counters) => {
    const { code, out, err } = run('evaluate', file(visits), '--counters', file(others))
    expect([code, out]).toEqual([1, []])
    return err.map((line) => line.replace(/^.*?\.csv/, ''))
  }

  it.each([
    [
      'h,2030-01-01,s,NaN,08:00:00,,,,',
      ', line 3: "NaN" is no number of a queue; write for example 12 or A012',
    ],
    [
      'h,2030-01-01,s,-4,08:00:00,,,,',
      ', line 3: "-4" is no number of a queue; write for example 12 or A012',
    ],
    ['h,2030-01-01,s,2,,,,,', ', line 3: arrived "" is no time; write HH:MM:SS, from 00:00:00 to 23:59:59'],
    [
      'h,2030-01-01,s,2,25:00:00,,,,',
      ', line 3: arrived "25:00:00" is no time; write HH:MM:SS, from 00:00:00 to 23:59:59',
    ],
    ['h,2030-13-01,s,2,08:00:00,,,,', ', line 3: "2030-13-01" is no day; write YYYY-MM-DD'],
    [',2030-01-01,s,2,08:00:00,,,,', ', line 3: "hall" is empty'],
    [
      'h,2030-01-01,s,2,08:00:00,07:59:00,,,',
      ', line 3: called 07:59:00 is earlier than what comes before it',
    ],
    [
      'h,2030-01-01,s,2,08:00:00,08:05:00,08:06:00,08:05:30,',
      ', line 3: finished 08:05:30 is earlier than what comes before it',
    ],
    ['h,2030-01-01,s,1,08:09:00,,,,', ', line 3: number 1 is in an earlier row already'],
    ['h,2030-01-01,s,2,08:00:00', ', line 3: has not as many cells (5) as the head'],
    [
      'h,2030-01-01,s,2,08:00:00,,,,perhaps',
      ', line 3: priority "perhaps" is not known; write 1, 0 or nothing',
    ],
  ])('%s', (row, says) => {
    expect(refused(textOf(heads.visits, [good, row]))).toEqual([says])
  })

  it('counters too, and files as a whole', () => {
    const visits = textOf(heads.visits, [good])
    const open = (row: string) => refused(visits, `${counters}${row}\n`)
    expect(open('h,2030-01-01,s,09:00:00,-1')).toEqual([', line 3: open "-1" is no whole number from 0 on'])
    expect(open('h,2030-01-01,s,09:00:00,NaN')).toEqual([', line 3: open "NaN" is no whole number from 0 on'])
    expect(open('h,2030-01-01,s,08:00:00,2')).toEqual([', line 3: at 08:00:00 is in an earlier row already'])
    expect(refused('')).toEqual([': there is no column "hall", only: '])
    expect(refused(`${heads.visits}\n`)).toEqual([': no rows below the head'])
    expect(refused(visits.replace('arrived', 'came'))).toEqual([
      ': there is no column "arrived", only: hall,day,service,number,came,called,started,finished,priority',
    ])
    expect(refused(new Uint8Array([0x1f, 0x8b, 1, 2, 3]))).toEqual([': no text, or a broken gzip file'])
    const whole = gzipSync(visits)
    expect(refused(whole.subarray(0, whole.length - 9))).toEqual([': no text, or a broken gzip file'])
    expect(refused(`${visits}h,2030-01-01,s,"2,08:00:00,,,,\n`)).toEqual([expect.stringContaining('line 3')])
  })

  it('and a file that is not there', () => {
    const { code, err } = run('evaluate', join(folder, 'none.csv'), '--counters', file(counters))
    expect([code, err]).toEqual([1, [`${join(folder, 'none.csv')}: cannot be read (ENOENT)`]])
  })

  it('rows in any order are sorted, columns that nobody asked for are passed over, gzip is read', () => {
    const few = record.visits.slice(0, 20)
    const plain = run('evaluate', file(textOf(heads.visits, few)), '--counters', countersFile(record))
    expect(plain.code).toBe(0)
    const more = few.toReversed().map((row) => `${row},fine`)
    const turned = file(gzipSync(textOf(`${heads.visits},mood`, more)), 'csv.gz')
    expect(run('evaluate', turned, '--counters', countersFile(record))).toEqual(plain)
    // As a spreadsheet on Windows writes it.
    const windows = file(`\uFEFF${textOf(heads.visits, few).replaceAll('\n', '\r\n')}\r\n`)
    expect(run('evaluate', windows, '--counters', countersFile(record))).toEqual(plain)
  })
})
