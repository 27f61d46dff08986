// The results: day by day, each line in words. Press a number, a counter or a person to narrow the search to it.
import { Button } from '../../screens/components/Button.tsx'
import { formatDay } from '../../screens/format.ts'
import { language } from '../../screens/i18n.ts'
import type { Filters, Line, AuditRecord } from './record.ts'
import { auditText } from './texts.ts'

interface LinesProps {
  record: AuditRecord
  onOnly: (only: Partial<Filters>) => void
}

export function Found({ record, onOnly }: LinesProps) {
  const lines = record.lines.value
  const { busy, next } = record
  const isOld = record.problem.value !== null || (busy.value && lines !== null)
  return (
    <section class={isOld ? 'part untrue' : 'part'} aria-labelledby="found-title" aria-busy={busy.value}>
      <h2 id="found-title">{auditText('found')}</h2>
      {byDay(lines ?? []).map(([day, ofDay]) => (
        <div key={day}>
          <h3 class="audit-day">{formatDay(ofDay[0]?.at ?? day)}</h3>
          <ol class="audit-lines">
            {ofDay.map((line) => (
              <One key={`${line.record} ${line.seq}`} line={line} onOnly={onOnly} />
            ))}
          </ol>
        </div>
      ))}
      <p role="status" class="soft">
        {busy.value ? auditText('searching') : lines && outcome(record, lines)}
      </p>
      {next.value !== null && <Button onPress={record.older}>{auditText('older')}</Button>}
    </section>
  )
}

function One({ line, onOnly }: { line: Line; onOnly: LinesProps['onOnly'] }) {
  const { number, counter, staff, who } = line
  return (
    <li class="audit-line">
      <time dateTime={line.at}>{language.value === 'id' ? line.time.replace(/:/g, '.') : line.time}</time>
      <div class="audit-words">
        <p>{line.what}</p>
        {line.note !== null && <p class="audit-note">{auditText('note', { note: line.note })}</p>}
        <p class="audit-about">
          {staff === null ? (
            <span>{who}</span>
          ) : (
            <Only label={auditText('onlyPerson', { who })} words={who} onPress={() => onOnly({ staff })} />
          )}
          {number !== null && (
            <Only
              label={auditText('onlyNumber', { number })}
              words={number}
              onPress={() => onOnly({ number, from: '', day: line.day })}
            />
          )}
          {counter !== null && (
            <Only
              label={auditText('onlyCounter', { counter: counter.name })}
              words={counter.name}
              onPress={() => onOnly({ counter: counter.id })}
            />
          )}
        </p>
      </div>
    </li>
  )
}

function Only({ label, words, onPress }: { label: string; words: string; onPress: () => void }) {
  return (
    <button type="button" class="audit-only" aria-label={label} title={label} onClick={onPress}>
      {words}
    </button>
  )
}

function outcome({ next, reached }: AuditRecord, lines: readonly Line[]): string {
  const day = reached.value === null ? '' : formatDay(`${reached.value}T12:00:00Z`)
  if (next.value === null) return lines.length === 0 ? auditText('none') : auditText('all')
  return lines.length === 0 ? auditText('noneYet', { day }) : auditText('reached', { day })
}

/** The lines of each day, as they come. */
function byDay(lines: readonly Line[]): [string, Line[]][] {
  const days: [string, Line[]][] = []
  for (const line of lines) {
    const last = days.at(-1)
    if (last && last[0] === line.day) last[1].push(line)
    else days.push([line.day, [line]])
  }
  return days
}
