// Giving the number back, after one more question. What the server refuses is said in its words.
import { useState } from 'preact/hooks'
import { command, type Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { newKey } from '../../screens/key.ts'
import { t } from './texts/index.ts'

export function Cancel({ number, token }: { number: string; token: string }) {
  const [asking, ask] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  // One key for this wish, so that trying again after a silent network is the same command.
  const [key] = useState(newKey)

  async function cancel(): Promise<void> {
    setProblem(null)
    const outcome = await command('POST', `/api/visits/${token}/cancel`, {}, { key })
    if (outcome.ok) ask(false)
    else setProblem(outcome.problem)
  }

  return (
    <>
      <p class="cancel">
        <Button kind="danger" onPress={() => ask(true)}>
          {t('cancel')}
        </Button>
      </p>
      {asking && (
        <Dialog title={t('cancelTitle', { number })} onClose={() => ask(false)}>
          <p>{problem ? `${problem.title}. ${problem.detail}` : t('cancelHint')}</p>
          <div class="choices">
            <Button kind="plain" size="large" onPress={() => ask(false)}>
              {t('keep')}
            </Button>
            <Button kind="danger" size="large" onPress={cancel}>
              {t('cancelYes')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
