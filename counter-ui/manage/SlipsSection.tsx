// The section of the slips: the printers, and what is on the paper.
import { useState, useLayoutEffect, useRef } from 'preact/hooks'
import { Printers } from './printers/Printers.tsx'
import type { SectionProps } from './shell/section.ts'
import type { SlipLayout, Text } from '../../server/hall/equipment.ts'
import type { Plan } from '../../server/hall/plan.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { formatNumber } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import { lookUp } from '../../screens/look-up.ts'
import { Choices, Submit } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { type PlanDesk, usePlanPart, PlanProblem } from './plan-desk.tsx'
import { TickField } from './printers/Ticks.tsx'
import { manageText } from './texts/index.ts'
import './slip.css'
import { useDevices } from './device.ts'

export function SlipsSection({ hall, plan }: SectionProps) {
  const devices = useDevices()
  return (
    <>
      <Printers hall={hall} devices={devices.list ?? []} desk={plan} />
      <Slip desk={plan} />
    </>
  )
}

// What every slip says at the top and bottom, with its logo, beside a sample of the saved state.

function Slip({ desk }: { desk: PlanDesk }) {
  const { known } = desk
  const [paper, setPaper] = useState('80')

  return (
    <section class="part" aria-labelledby="slip-title">
      <h2 id="slip-title">{manageText('slip.title')}</h2>
      <p class="soft">{manageText('slip.lead')}</p>
      <div class="slip-parts">
        {known && <SlipForm desk={desk} plan={known.plan} />}
        <div>
          <Choices
            legend={manageText('slip.previewPaper')}
            name="preview-paper"
            options={['80', '58'].map((mm) => ({ value: mm, words: manageText('slip.previewMm', { mm }) }))}
            value={paper}
            onChange={setPaper}
          />
          {known && (
            <img
              class="slip-preview"
              src={`/api/slip/preview.svg?paper=${paper}&plan=${known.from}`}
              alt={manageText('slip.preview')}
            />
          )}
        </div>
      </div>
    </section>
  )
}

// The form for what slips say. Typed text stays while the plan changes behind it; untouched fields follow the plan.
const ENDS = ['header', 'footer'] as const
const ROWS = { header: 4, footer: 6 } as const
const nothing: SlipLayout = { header: [], footer: [], logo: null }

function SlipForm({ desk, plan }: { desk: PlanDesk; plan: Plan }) {
  const slip = plan.slip ?? nothing
  const { languages } = plan
  const first = languages[0] ?? 'id'
  /** Undefined: as saved. */
  const [logo, setLogo] = useState<{ png: string | null; name: string } | undefined>(undefined)
  const [logoFault, setLogoFault] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [edited, setEdited] = useState(false)
  const part = usePlanPart(desk, 'slip', edited)
  const form = useRef<HTMLFormElement>(null)
  // Otherwise a field that was typed in would no longer follow the plan, even after it was saved.
  useLayoutEffect(() => {
    if (!edited && form.current) form.current.reset()
  }, [plan, edited])
  const names = new Intl.DisplayNames([language.value], { type: 'language' })

  function changed(): void {
    setEdited(true)
    setSaved(false)
  }
  async function chooseLogo(file: File | undefined): Promise<void> {
    if (!file) return
    const read = logoFrom(new Uint8Array(await file.arrayBuffer()))
    changed()
    if ('png' in read) setLogo({ png: read.png, name: file.name })
    setLogoFault(
      'png' in read
        ? ''
        : read.fault === 'not-png'
          ? manageText('slip.logoNotPng')
          : manageText('slip.logoTooLarge', { kb: formatNumber(Math.ceil(read.bytes / 1000)) }),
    )
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const fields = new FormData(event.currentTarget)
    const lines = (end: (typeof ENDS)[number]) =>
      readLines(new Map(languages.map((code) => [code, String(fields.get(`${end}-${code}`) ?? '')])), first)
    const made: SlipLayout = {
      header: lines('header'),
      footer: lines('footer'),
      logo: logo ? logo.png : slip.logo,
      long: fields.get('long') !== null,
    }
    setBusy(true)
    const refused = await part.save(() => made)
    setBusy(false)
    setSaved(!refused)
    setProblem(refused)
    if (refused) return
    setLogo(undefined)
    setEdited(false)
  }

  const hasLogo = logo ? logo.png !== null : slip.logo !== null
  return (
    <form class="fields" ref={form} onSubmit={(event) => void submit(event)} onInput={changed}>
      {ENDS.map((end) =>
        languages.map((code) => (
          <div class="field" key={`${end}-${code}`}>
            <label for={`slip-${end}-${code}`}>
              {manageText(`slip.${end}`, { language: names.of(code) ?? code })}
            </label>
            <textarea
              class="slip-lines"
              id={`slip-${end}-${code}`}
              name={`${end}-${code}`}
              rows={ROWS[end] - 1}
              defaultValue={typedLines(slip[end], code, first)}
              aria-describedby={`slip-${end}-hint`}
            />
            {code === first && (
              <p class="soft" id={`slip-${end}-hint`}>
                {manageText(`slip-hint.${end}`)}
              </p>
            )}
          </div>
        )),
      )}
      <div class="field">
        <label for="slip-logo">{manageText('slip.logo')}</label>
        <input
          id="slip-logo"
          type="file"
          accept="image/png"
          aria-describedby="slip-logo-hint"
          onChange={(event) => void chooseLogo(event.currentTarget.files?.[0])}
        />
        <p class="soft" id="slip-logo-hint">
          {logo && logo.png !== null
            ? manageText('slip.logoNew', { name: logo.name })
            : manageText(hasLogo ? 'slip.logoSet' : 'slip.logoHint')}
        </p>
        <ProblemLine problem={null} text={logoFault || undefined} />
        {hasLogo && (
          <Button
            kind="quiet"
            icon="close"
            onPress={() => {
              changed()
              setLogo({ png: null, name: '' })
            }}
          >
            {manageText('slip.logoRemove')}
          </Button>
        )}
      </div>
      <TickField
        name="long"
        words={manageText('slip.long')}
        help={manageText('slip.longHelp')}
        checked={slip.long === true}
      />
      <PlanProblem problem={problem} typed />
      <div class="dialog-ends">
        <Submit busy={busy}>{manageText('slip.save')}</Submit>
      </div>
      <p class="done" role="status">
        {saved && manageText('slip.saved')}
      </p>
    </form>
  )
}

// Lines of a slip as typed: one field per language, whose lines correspond.

/** What a language's field shows. A line that equals the first language's was not translated. */
export function typedLines(lines: readonly Text[], language: string, first: string): string {
  const words = lines.map((line) => wordsOf(line, language))
  if (language !== first && lines.every((line, index) => words[index] === wordsOf(line, first))) return ''
  return words.join('\n')
}

/** The lines that the fields make, by language. A line without a translation says the same in every language. */
export function readLines(typed: ReadonlyMap<string, string>, first: string): Text[] {
  const rows = new Map([...typed].map(([language, text]) => [language, split(text)] as const))
  return (rows.get(first) ?? []).map((own, index) => {
    const others = [...rows].map(([language, row]) => [language, row[index] ?? own])
    return { id: own, en: own, ...Object.fromEntries(others) }
  })
}

function wordsOf(line: Text, language: string): string {
  return lookUp(line, language) ?? line.id
}

function split(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

// A logo from a file: whether it is a PNG and small enough, and its bytes as the plan stores them.

/** Characters of base64 that a plan accepts. */
const MOST_CHARACTERS = 40_000
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

type ReadLogo = { png: string } | { fault: 'not-png' } | { fault: 'too-large'; bytes: number }

/** Reads a file as a logo. */
export function logoFrom(bytes: Uint8Array): ReadLogo {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return { fault: 'not-png' }
  if (Math.ceil(bytes.length / 3) * 4 > MOST_CHARACTERS) return { fault: 'too-large', bytes: bytes.length }
  return { png: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}
