// What every slip says above and below, with its logo, beside a sample of what is saved.
import { useEffect, useState } from 'preact/hooks'
import { Choices } from '../../dialogs/Choices.tsx'
import { type KnownPlan, loadPlan } from '../printers/plan.ts'
import { SlipForm } from './SlipForm.tsx'
import { s } from './texts/index.ts'
import './slip.css'

/** `planSeq`: the number of the plan; another one means that it changed. */
export function Slip({ planSeq }: { planSeq: number }) {
  const [known, setKnown] = useState<KnownPlan | null>(null)
  const [paper, setPaper] = useState('80')

  async function load(): Promise<void> {
    const outcome = await loadPlan()
    if (outcome.ok) setKnown(outcome.data)
  }
  useEffect(() => void load(), [planSeq])

  return (
    <section class="part" aria-labelledby="slip-title">
      <h2 id="slip-title">{s('title')}</h2>
      <p class="soft">{s('lead')}</p>
      <div class="slip-parts">
        {known && <SlipForm known={known} onSaved={() => void load()} />}
        <div>
          <Choices
            legend={s('previewPaper')}
            name="preview-paper"
            options={['80', '58'].map((mm) => ({ value: mm, words: s('previewMm', { mm }) }))}
            value={paper}
            onChange={setPaper}
          />
          {known && (
            <img
              class="slip-preview"
              src={`/api/slip/preview.svg?paper=${paper}&plan=${known.from}`}
              alt={s('preview')}
            />
          )}
        </div>
      </div>
    </section>
  )
}
