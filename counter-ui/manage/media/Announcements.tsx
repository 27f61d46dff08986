// Announcements as text: what each says, when and where.
import { useState } from 'preact/hooks'
import type { Plan } from '../../../server/hall/plan.ts'
import type { MediaLine } from '../../../server/hall/equipment.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { type PlanDesk, usePlanPart, PlanProblem } from '../plan-desk.tsx'
import { ScheduleDialog, scheduleWords } from './ScheduleDialog.tsx'
import { manageText } from '../texts/index.ts'

interface LinesProps {
  hall: Hall
  desk: PlanDesk
  plan: Plan
}

/** Titles and buttons show only the beginning of a long announcement. */
const short = ({ text }: MediaLine) => (pick(text).length > 40 ? `${pick(text).slice(0, 39)}…` : pick(text))

/** The line's current place in the plan, which may have changed while the dialog was open. -1: gone. */
const placeOf = (line: MediaLine, lines: readonly MediaLine[]) =>
  lines.findIndex((one) => JSON.stringify(one) === JSON.stringify(line))

export function Announcements({ hall, desk, plan }: LinesProps) {
  const lines = plan.media?.lines ?? []
  const [editing, edit] = useState<MediaLine | 'new' | null>(null)
  const [leaving, leave] = useState<MediaLine | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const part = usePlanPart(desk, 'media', editing !== null || leaving !== null)

  /** Null in place of a line removes it. */
  const replace = (old: MediaLine | 'new', line: MediaLine | null) =>
    part.save(({ media = {} }) => {
      const kept = media.lines ?? []
      const place = old === 'new' ? -1 : placeOf(old, kept)
      const others = kept.filter((_one, nth) => nth !== place)
      const at = place < 0 ? kept.length : place
      return { ...media, lines: line ? [...others.slice(0, at), line, ...others.slice(at)] : others }
    })
  async function remove(): Promise<void> {
    const refused = leaving && (await replace(leaving, null))
    setProblem(refused)
    if (!refused) leave(null)
  }

  return (
    <div>
      <div class="part-head">
        <h3>{manageText('media.lines')}</h3>
        <Button icon="plus" onPress={() => edit('new')}>
          {manageText('media.addLine')}
        </Button>
      </div>
      {lines.length === 0 && <p>{manageText('media.noLines')}</p>}
      <ul class="media-files">
        {lines.map((line, nth) => (
          <li key={nth} class="device">
            <span class="device-words">
              <bdi class="media-name">{pick(line.text)}</bdi>
              <span class="soft">{scheduleWords(hall, line)}</span>
            </span>
            <span class="media-acts">
              <Button label={manageText('media.editOf', { name: short(line) })} onPress={() => edit(line)}>
                {manageText('media.edit')}
              </Button>
              <Button
                kind="danger"
                label={manageText('media.removeLineOf', { name: short(line) })}
                onPress={() => leave(line)}
              >
                {manageText('media.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {editing && (
        <ScheduleDialog
          hall={hall}
          title={
            editing === 'new'
              ? manageText('media.addLine')
              : manageText('media.editOf', { name: short(editing) })
          }
          item={editing === 'new' ? {} : editing}
          isLine
          languages={plan.languages}
          save={(item) => replace(editing, item as MediaLine)}
          onClose={() => edit(null)}
        />
      )}
      {leaving && (
        <Dialog
          title={manageText('media.removeLineOf', { name: short(leaving) })}
          onClose={() => leave(null)}
        >
          <div class="fields">
            <p>{manageText('media.removeLineAsk')}</p>
            <PlanProblem problem={problem} />
            <AskEnds danger onGo={remove} onBack={() => leave(null)}>
              {manageText('media.remove')}
            </AskEnds>
          </div>
        </Dialog>
      )}
    </div>
  )
}
