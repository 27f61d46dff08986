// One printer: its state in words, who prints there, and a test page with what became of it.
import { useState } from 'preact/hooks'
import type { Printer } from '../../../server/hall/equipment.ts'
import type { Problem } from '../../../screens/command.ts'
import { press } from '../../../screens/press.ts'
import { Button } from '../../../screens/components/Button.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { slipFaultText } from '../../hall/slip-fault.ts'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import { type ListedPrinter, printerTexts, printerStateText, usersText } from './printer-words.ts'

interface RowProps {
  hall: Hall
  printer: Printer
  listed: ListedPrinter | undefined
  kioskName: (id: string) => string
  onEdit: () => void
  onRemove: () => void
  onTested: () => void
}

/** A test page is waited for as long as the server waits for the paper. */
const TEST_LIMIT_MS = 40_000

export function PrinterRow({ hall, printer, listed, kioskName, onEdit, onRemove, onTested }: RowProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [result, setResult] = useState<{ good: boolean; words: string } | null>(null)
  const name = pick(printer.name)
  const isTrouble = listed !== undefined && listed.state !== 'ready' && listed.state !== 'unknown'

  async function test(): Promise<void> {
    setResult(null)
    const path = `/api/printers/${encodeURIComponent(printer.id)}/test`
    const outcome = await press<{ why?: string | null }>('POST', path, undefined, {
      limitMs: TEST_LIMIT_MS,
    })
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) {
      const why = outcome.data.why ?? null
      const good = manageText(printer.answers ? 'printers.testDone' : 'printers.testAccepted')
      setResult(
        why === null
          ? { good: true, words: good }
          : { good: false, words: manageText('printers.testFailed', { why: slipFaultText(why) }) },
      )
    } else if (outcome.problem.status === 401) sessionEnded()
    onTested()
  }

  return (
    <li class="device printer">
      <span class="device-words">
        <strong>{name}</strong>
        <span class={isTrouble ? 'printer-state printer-trouble' : 'printer-state'}>
          {isTrouble && <Icon name="warning" />}
          {[printerStateText(listed), ...printerTexts(listed)].join(' · ')}
        </span>
        {!printer.answers && <span class="soft">{manageText('printers.silent')}</span>}
        <span class="soft">{usersText(hall, printer, kioskName)}</span>
        <ProblemLine problem={problem} text={result && !result.good ? result.words : undefined} />
        <span class="done" role="status">
          {result && result.good && result.words}
        </span>
      </span>
      <span class="printer-actions">
        <Button label={manageText('printers.testNamed', { name })} icon="printer" onPress={test}>
          {manageText('printers.test')}
        </Button>
        <Button label={manageText('printers.editNamed', { name })} onPress={onEdit}>
          {manageText('printers.edit')}
        </Button>
        <Button kind="danger" label={manageText('printers.removeNamed', { name })} onPress={onRemove}>
          {manageText('printers.remove')}
        </Button>
      </span>
    </li>
  )
}
