// What the page knows and does: printed sheets, the day being entered, the rows being typed. It outlives the end of a
// session, so that nothing typed is lost.
import { batch, signal } from '@preact/signals'
import { fetchJson, type Outcome, type Problem, newKey } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import type {
  PaperDay,
  PaperEntryView,
  PaperOverview,
  PaperSheet,
  PrintedPaper,
} from '../../server/http/commands/paper-shapes.ts'
import { sessionEnded } from '../session.ts'
import { type Because, type RowFields, newRow, type SlipTyped, slipWhole } from './row.ts'
import { emergencyText } from './texts.ts'

export type PaperDesk = ReturnType<typeof openPaperDesk>
/** What to print: sheets with their numbers. */
export type Printing = PrintedPaper

export function openPaperDesk() {
  const overview = signal<PaperOverview | null>(null)
  const printing = signal<Printing | null>(null)
  const day = signal('')
  const dayState = signal<PaperDay | null>(null)
  /** The sheet being entered. */
  const sheet = signal<PaperSheet | null>(null)
  const rows = signal<readonly RowFields[]>([newRow()])
  const problem = signal<Problem | null>(null)
  const said = signal('')

  function taken<T>(outcome: Outcome<T>): T | null {
    problem.value = outcome.ok ? null : outcome.problem
    if (outcome.ok) return outcome.data
    if (outcome.problem.status === 401) sessionEnded()
    return null
  }

  async function load(): Promise<void> {
    const found = taken(await fetchJson<PaperOverview>('/api/paper'))
    if (!found) return
    overview.value = found
    if (day.value === '') await chooseDay(found.today)
  }

  async function chooseDay(chosen: string): Promise<void> {
    day.value = chosen
    const found = await fetchJson<PaperDay>(`/api/paper/days/${encodeURIComponent(chosen)}`)
    if (day.value !== chosen) return
    const answer = taken(found)
    dayState.value = answer
  }

  /** The sheet with what was entered for it; null if there is none, and the answer says why. */
  async function readSheet(number: number): Promise<Outcome<PaperSheet>> {
    const outcome = await fetchJson<PaperSheet>(`/api/paper/sheets/${number}`)
    if (outcome.ok) sheet.value = outcome.data
    else if (outcome.problem.status === 401) sessionEnded()
    return outcome
  }

  /** Makes sheets, which are then printed. The press has its own key, so that a lost answer makes none twice. */
  let making: { count: number; key: string } | null = null
  async function make(count: number): Promise<boolean> {
    if (making?.count !== count) making = { count, key: newKey() }
    const made = taken(
      await press<PrintedPaper>('POST', '/api/paper/sheets', { sheets: count }, { key: making.key }),
    )
    if (!made) return false
    making = null
    printing.value = made
    void load()
    return true
  }

  /** Prints sheets again that were made before. */
  async function again(from: number, to: number): Promise<boolean> {
    const sheets: Printing['sheets'] = []
    let prefix = ''
    for (let number = from; number <= to; number += 1) {
      const found = taken(await fetchJson<PaperSheet>(`/api/paper/sheets/${number}`))
      if (!found) return false
      prefix = found.prefix
      sheets.push({
        sheet: number,
        slips: found.slips.map(({ slip, number, check }) => ({ slip, number, check })),
      })
    }
    printing.value = { prefix, sheets }
    return true
  }

  function put(row: RowFields): void {
    rows.value = rows.value.map((one) => (one.id === row.id ? row : one))
  }

  /** An empty row at the end, if there is none. */
  function another(): RowFields {
    const last = rows.value[rows.value.length - 1]
    if (last && last.number === '' && last.service === null && last.correcting === null) return last
    const row = newRow(true)
    rows.value = [...rows.value, row]
    return row
  }

  /** Sends a row. Null when it was saved, else why not. */
  async function save(row: RowFields, slip: SlipTyped, noted: object): Promise<Problem | null> {
    const number = slipWhole(slip)
    const { correcting } = row
    const body =
      correcting === null
        ? { day: day.value, number, ...noted }
        : { day: row.day, ...noted, reason: row.because }
    const path = correcting === null ? '/api/paper/entries' : `/api/paper/entries/${number}/correct`
    const outcome = await press<{ entry: PaperEntryView }>('POST', path, body, {
      key: keyOf(row, path + JSON.stringify(body)),
    })
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      return outcome.problem
    }
    const { entry } = outcome.data
    batch(() => {
      said.value = emergencyText('saved', { number: entry.number })
      rows.value = rows.value.filter(({ id }) => id !== row.id)
      replace(entry)
    })
    void readSheet(entry.sheet)
    return null
  }

  async function takeBack(entry: PaperEntryView, reason: Because, words: string): Promise<Problem | null> {
    const number = slipWhole({ sheet: entry.sheet, slip: entry.slip, check: entry.check })
    const body = { reason, ...(words.trim() === '' ? {} : { words: words.trim() }) }
    const outcome = await press('POST', `/api/paper/entries/${number}/take-back`, body)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    if (!outcome.ok && outcome.problem.code !== 'nothing-entered') return outcome.problem
    if (day.value !== '') await chooseDay(day.value)
    void readSheet(entry.sheet)
    return null
  }

  /** The entry is in its day's list once; the newest last. */
  function replace(entry: PaperEntryView): void {
    const there = dayState.value
    if (!there) return
    const others = there.entries.filter(({ number }) => number !== entry.number)
    dayState.value = { ...there, entries: entry.day === there.day ? [...others, entry] : others }
  }

  return {
    overview,
    printing,
    day,
    dayState,
    sheet,
    rows,
    problem,
    said,
    load,
    chooseDay,
    readSheet,
    make,
    again,
    put,
    another,
    save,
    takeBack,
    /** Removes a row without saving it. */
    drop(row: RowFields): void {
      rows.value = rows.value.filter(({ id }) => id !== row.id)
    },
    /** A row in which an entry is corrected. */
    correct(row: RowFields): void {
      rows.value = [
        row,
        ...rows.value.filter(({ correcting }) => correcting?.number !== row.correcting?.number),
      ]
    },
  }
}

/** The same row with the same content is the same command, however often it is sent. */
const keys = new Map<number, { asked: string; key: string }>()
function keyOf({ id }: RowFields, asked: string): string {
  const known = keys.get(id)
  if (known?.asked === asked) return known.key
  const key = newKey()
  keys.set(id, { asked, key })
  return key
}
