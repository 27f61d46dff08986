// A file that is sent to be checked, and what the server found in it: what must be corrected, questions, notes, and
// what would change.
import type { ReadFile, SaidOfFile } from '../../../server/sheets/question.ts'
import { formatNumber } from '../../../screens/format.ts'
import { Icon } from '../../../screens/icons.tsx'
import { isKey, language } from '../../../screens/i18n.ts'
import { givenUpAt } from '../../../screens/press.ts'
import { id, sheetText } from './texts.ts'
import './sheets.css'
import type { Problem } from '../../../screens/command.ts'
import { standingText } from '../../../screens/texts/standing.ts'

type Change = ReadFile['changes'][number]

/** Nobody reads more than this of one kind on a screen. */
const MOST_SHOWN = 100

interface SaidProps {
  list: readonly SaidOfFile[]
  /** Answers to questions, by row; absent: there are none to give. */
  chosen?: ReadonlyMap<string, string>
  onChoose?: (row: string, id: string) => void
}

/** Faults or notes, each with its place. A question has its answers below it. */
export function SaidList({ list, chosen, onChoose }: SaidProps) {
  return (
    <ul class="sheet-said">
      {list.map((one, nth) => (
        <li key={`${one.sheet}-${one.cell}-${one.code}-${nth}`}>
          <span class="sheet-place">{placeOf(one)}</span> {one.detail}
          {one.ask && onChoose && (
            <fieldset class="choices">
              <legend>{sheetText('askLead')}</legend>
              {one.ask.choices.map(({ id, name }) => (
                <label key={id} class="chip">
                  <input
                    type="radio"
                    name={one.ask?.row}
                    checked={chosen?.get(one.ask?.row ?? '') === id}
                    onChange={() => onChoose(one.ask?.row ?? '', id)}
                  />
                  <span>{id === 'new' ? sheetText('askNew') : name}</span>
                </label>
              ))}
            </fieldset>
          )}
        </li>
      ))}
    </ul>
  )
}

/** `Layanan C12 · Instansi`. */
function placeOf({ sheet, cell, row, column }: SaidOfFile): string {
  const at = cell ?? (row === null ? '' : String(row))
  const place = sheet === null ? '' : sheetText('place', { sheet, cell: at }).trim()
  return [place, column ?? ''].filter((part) => part !== '').join(' · ')
}

/** How many of each; empty: nothing changes. */
export function countWords(changes: readonly Change[]): string {
  if (changes.length === 0) return sheetText('nothing')
  const of = (what: Change['what']) =>
    new Set(changes.filter((one) => one.what === what).map(({ kind, id }) => `${kind} ${id}`)).size
  return sheetText('counts', {
    added: formatNumber(of('added')),
    changed: formatNumber(of('changed')),
    gone: formatNumber(of('gone')),
  })
}

/** What would change, sheet by sheet. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const kinds = [...new Set(changes.map(({ kind }) => kind))]
  return (
    <>
      {kinds.map((kind) => {
        const own = changes.filter((one) => one.kind === kind)
        return (
          <details key={kind} class="sheet-changes" open={changes.length <= MOST_SHOWN}>
            <summary>
              <span>
                {kindWord(kind)} <span class="soft">{countWords(own)}</span>
              </span>
            </summary>
            <ul>
              {own.slice(0, MOST_SHOWN).map((one, nth) => (
                <li key={`${one.id}-${one.field}-${nth}`} class={`sheet-${one.what}`}>
                  <ChangeWords change={one} />
                </li>
              ))}
              {own.length > MOST_SHOWN && (
                <li class="soft">{sheetText('more', { count: formatNumber(own.length - MOST_SHOWN) })}</li>
              )}
            </ul>
          </details>
        )
      })}
    </>
  )
}

function ChangeWords({ change: { what, name, heading, words } }: { change: Change }) {
  if (what !== 'changed')
    return (
      <>
        <Icon name={what === 'added' ? 'plus' : 'close'} />
        <span>
          <strong>{name}</strong> {sheetText(what === 'added' ? 'added' : 'gone2')}
        </span>
      </>
    )
  const isShown = words.before !== null || words.after !== null
  return (
    <>
      <Icon name="arrow-right" />
      <span>
        <strong>{name}</strong> · {heading}:{' '}
        {isShown ? (
          <>
            <del>{words.before ?? sheetText('empty')}</del> → <ins>{words.after ?? sheetText('empty')}</ins>
          </>
        ) : (
          sheetText('changedHidden')
        )}
      </span>
    </>
  )
}

function kindWord(kind: string): string {
  const key = `kind.${kind}` as const
  return isKey(id, key) ? sheetText(key) : kind
}

// Sends a file as it is: read once when chosen, so that what is taken is what was checked.

/** The server's name for it. */
const MOST_MB = 8
/** Reading a large file takes the server a while. */
export const LIMIT_MS = 40_000

export interface Chosen {
  readonly name: string
  readonly bytes: ArrayBuffer
}

/** The file that somebody chose, or in words why not; null: none. */
export async function chosenFile(input: HTMLInputElement): Promise<Chosen | string | null> {
  const [file] = [...(input.files ?? [])]
  // The same file can be chosen again after it was corrected.
  input.value = ''
  if (!file) return null
  const { name, size } = file
  if (size > MOST_MB * 1024 * 1024)
    return sheetText('tooLarge', {
      name,
      size: formatNumber(Math.ceil(size / 1024 / 1024)),
      most: String(MOST_MB),
    })
  try {
    return { name, bytes: await file.arrayBuffer() }
  } catch {
    return sheetText('gone')
  }
}

export type Sent<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: Problem; readonly body: unknown }

/** The language of the answer, as a part of the query. */
export const inOurLanguage = (): string => `language=${language.value === 'en' ? 'en' : 'id'}`

/** Until when taking the file is meant, as the end of the query; empty while the hall’s time is not known. */
export function meantFor(limitMs: number): string {
  const until = givenUpAt(limitMs)
  return until === null ? '' : `&notAfter=${encodeURIComponent(until)}`
}

/** Never rejects. Nothing is resent automatically: the person chooses the file again. */
export async function sendFile<T>(path: string, { bytes }: Chosen, limitMs = LIMIT_MS): Promise<Sent<T>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), limitMs)
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        Accept: 'application/json',
        'Accept-Language': language.value,
      },
      body: bytes,
      credentials: 'same-origin',
      signal: stop.signal,
    })
    const body = (await response.json()) as unknown
    return response.ok ? { ok: true, data: body as T } : { ok: false, problem: body as Problem, body }
  } catch {
    const problem = {
      status: 0,
      code: 'offline',
      title: standingText('offlineTitle'),
      detail: standingText('offlineDetail'),
    }
    return { ok: false, problem, body: null }
  } finally {
    clearTimeout(timer)
  }
}
