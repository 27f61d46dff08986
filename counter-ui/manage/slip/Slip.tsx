// What every slip says above and below, with its logo, beside a sample of what is saved.
import { useState } from 'preact/hooks'
import { Choices } from '../../dialogs/Choices.tsx'
import type { PlanDesk } from '../plan.ts'
import { SlipForm } from './SlipForm.tsx'
import { manageText } from '../texts/index.ts'
import './slip.css'

export function Slip({ desk }: { desk: PlanDesk }) {
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
