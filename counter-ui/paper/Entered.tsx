// What was entered for the chosen day, the newest first: to view, correct, or take back.
import { useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatDay, formatMinute, formatTime } from '../../screens/format.ts'
import type { PaperEntryView } from '../../server/http/commands/paper-shapes.ts'
import { AskEnds } from '../parts/Ends.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { PaperDesk } from './desk.ts'
import { BECAUSE, type Because, rowOf, TIMES } from './row.ts'
import { emergencyText } from './texts.ts'

export function Entered({ desk }: { desk: PaperDesk }) {
  const day = desk.dayState.value
  const [back, takeBack] = useState<PaperEntryView | null>(null)
  if (!day) return null
  const services = new Map(day.services.map((one) => [one.id, pick(one.name)]))
  const counters = new Map(day.counters.map((one) => [one.id, one]))
  const nameOf = (id: string) => services.get(id) ?? id
  const time = (value: string | null) => (value === null ? '' : formatMinute(minuteOf(value)))
  const headings = ['number', 'service', ...TIMES, 'outcome', 'counter', 'by'] as const
  return (
    <section class="part" aria-labelledby="paper-entered">
      <h2 id="paper-entered">
        {emergencyText('entered', {
          day: formatDay(`${day.day}T04:00:00Z`),
          count: day.entries.length,
        })}
      </h2>
      {day.entries.length === 0 ? (
        <p class="soft">{emergencyText('nothing')}</p>
      ) : (
        <div class="paper-table">
          <table>
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {emergencyText(heading)}
                  </th>
                ))}
                <th scope="col">
                  <span class="visually-hidden">{emergencyText('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {day.entries.toReversed().map((entry) => (
                <tr key={entry.number}>
                  <th scope="row">
                    {entry.number}
                    {entry.priority && <span class="soft"> {emergencyText('priority')}</span>}
                  </th>
                  <td>{nameOf(entry.service)}</td>
                  {TIMES.map((field) => (
                    <td key={field} class="figures">
                      {time(entry[field])}
                    </td>
                  ))}
                  <td>{emergencyText(`outcome.${entry.outcome}`)}</td>
                  <td>{entry.counter !== null && (counters.get(entry.counter)?.label ?? entry.counter)}</td>
                  <td class="soft">
                    {formatTime(entry.enteredAt)} {entry.enteredBy}
                  </td>
                  <td class="paper-acts">
                    <Button
                      kind="quiet"
                      label={emergencyText('correctThis', { number: entry.number })}
                      onPress={() =>
                        desk.correct(rowOf(entry, nameOf, (id) => counters.get(id)?.label ?? id))
                      }
                    >
                      {emergencyText('correct')}
                    </Button>
                    <Button
                      kind="quiet"
                      label={emergencyText('takeBackThis', { number: entry.number })}
                      onPress={() => takeBack(entry)}
                    >
                      {emergencyText('takeBack')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {back && <TakeBack desk={desk} entry={back} onClose={() => takeBack(null)} />}
    </section>
  )
}

/** Minutes after midnight. */
function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function TakeBack({ desk, entry, onClose }: { desk: PaperDesk; entry: PaperEntryView; onClose: () => void }) {
  const { number } = entry
  const [because, setBecause] = useState<Because>('mistyped')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send(): Promise<void> {
    const wrong = await desk.takeBack(entry, because, words)
    if (wrong) return setProblem(wrong)
    desk.said.value = emergencyText('takenBack', { number })
    onClose()
  }

  return (
    <Dialog title={emergencyText('takeBackTitle', { number })} onClose={onClose}>
      <div class="fields">
        <p>{emergencyText('takeBackText')}</p>
        <BecauseField id="back-because" value={because} onChange={setBecause} />
        <div class="field">
          <label for="back-words">{emergencyText('words')}</label>
          <input
            id="back-words"
            type="text"
            maxLength={200}
            value={words}
            aria-describedby="back-words-hint"
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <p class="soft" id="back-words-hint">
            {emergencyText('wordsHint')}
          </p>
        </div>
        <ProblemLine problem={problem} />
        <AskEnds danger onGo={send} onBack={onClose}>
          {emergencyText('takeBack')}
        </AskEnds>
      </div>
    </Dialog>
  )
}

interface BecauseProps {
  id: string
  value: Because
  onChange: (because: Because) => void
}

/** Why what was entered is corrected, or taken back. */
export function BecauseField({ id, value, onChange }: BecauseProps) {
  return (
    <div class="field">
      <label for={id}>{emergencyText('because')}</label>
      <select
        id={id}
        data-cell="because"
        value={value}
        onChange={({ currentTarget }) => {
          const because = BECAUSE.find((one) => one === currentTarget.value)
          if (because) onChange(because)
        }}
      >
        {BECAUSE.map((one) => (
          <option key={one} value={one}>
            {emergencyText(`because.${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
