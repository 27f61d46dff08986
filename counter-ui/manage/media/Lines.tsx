// Announcements in words: what each says, when and where.
import { useState } from 'preact/hooks'
import type { MediaLine } from '../../../server/hall/plan-media.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { sharedText } from '../../../screens/texts/index.ts'
import { PlanProblem } from '../printers/PlanProblem.tsx'
import { ScheduleDialog } from './ScheduleDialog.tsx'
import { md } from './texts/index.ts'
import { scheduleWords } from './words.ts'

interface LinesProps {
  hall: Hall
  lines: readonly MediaLine[]
  languages: readonly string[]
  save: (lines: MediaLine[]) => Promise<Problem | null>
}

/** In a title and on a button a long announcement is its beginning. */
const short = ({ text }: MediaLine) => (pick(text).length > 40 ? `${pick(text).slice(0, 39)}…` : pick(text))

export function Lines({ hall, lines, languages, save }: LinesProps) {
  /** The place in the list; as many as there are: a new one. */
  const [editing, edit] = useState<number | null>(null)
  const [leaving, leave] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const edited = editing === null ? undefined : lines[editing]
  const left = leaving === null ? undefined : lines[leaving]

  async function remove(): Promise<void> {
    const refused = await save(lines.filter((_line, nth) => nth !== leaving))
    setProblem(refused)
    if (!refused) leave(null)
  }

  return (
    <div>
      <div class="part-head">
        <h3>{md('lines')}</h3>
        <Button icon="plus" onPress={() => edit(lines.length)}>
          {md('addLine')}
        </Button>
      </div>
      {lines.length === 0 && <p>{md('noLines')}</p>}
      <ul class="media-files">
        {lines.map((line, nth) => (
          <li key={nth} class="device">
            <span class="device-words">
              <bdi class="media-name">{pick(line.text)}</bdi>
              <span class="soft">{scheduleWords(hall, line)}</span>
            </span>
            <span class="media-acts">
              <Button label={md('editOf', { name: short(line) })} onPress={() => edit(nth)}>
                {md('edit')}
              </Button>
              <Button
                kind="danger"
                label={md('removeLineOf', { name: short(line) })}
                onPress={() => leave(nth)}
              >
                {md('remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {editing !== null && (
        <ScheduleDialog
          hall={hall}
          title={edited ? md('editOf', { name: short(edited) }) : md('addLine')}
          item={edited ?? {}}
          isLine
          languages={languages}
          save={(item) => {
            const line = item as MediaLine
            return save(edited ? lines.map((one, nth) => (nth === editing ? line : one)) : [...lines, line])
          }}
          onClose={() => edit(null)}
        />
      )}
      {left && (
        <Dialog title={md('removeLineOf', { name: short(left) })} onClose={() => leave(null)}>
          <div class="fields">
            <p>{md('removeLineAsk')}</p>
            <PlanProblem problem={problem} />
            <div class="dialog-ends">
              <Button kind="danger" onPress={remove}>
                {md('remove')}
              </Button>
              <Button kind="quiet" onPress={() => leave(null)}>
                {sharedText('cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  )
}
