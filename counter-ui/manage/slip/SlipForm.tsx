// The form of what slips say. What is typed stays while the plan changes behind it; what is not follows the plan.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Plan } from '../../../server/hall/plan.ts'
import type { SlipLayout } from '../../../server/hall/equipment.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { language } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { Submit } from '../../parts/Submit.tsx'
import { type PlanDesk, usePlanPart } from '../plan.ts'
import { PlanProblem } from '../PlanProblem.tsx'
import { Tick } from '../printers/Ticks.tsx'
import { readLines, typedLines } from './lines.ts'
import { logoFrom } from './logo.ts'
import { manageText } from '../texts/index.ts'

const ENDS = ['header', 'footer'] as const
const ROWS = { header: 4, footer: 6 } as const
const nothing: SlipLayout = { header: [], footer: [], logo: null }

export function SlipForm({ desk, plan }: { desk: PlanDesk; plan: Plan }) {
  const slip = plan.slip ?? nothing
  const { languages } = plan
  const first = languages[0] ?? 'id'
  /** Undefined: as it is saved. */
  const [logo, setLogo] = useState<{ png: string | null; name: string } | undefined>(undefined)
  const [logoFault, setLogoFault] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState(false)
  const [busy, setBusy] = useState(false)
  const [edited, setEdited] = useState(false)
  const part = usePlanPart(desk, 'slip', edited)
  const form = useRef<HTMLFormElement>(null)
  // A field that was typed in would not follow the plan any more, not even after it was saved.
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
      <Tick
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
