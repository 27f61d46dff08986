// A button that asks for confirmation before it sends a command of the visitor; a refusal is shown in the server's
// words.
import { useState } from 'preact/hooks'
import { type Problem, newKey } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { BareButton as Button, type BareButtonProps } from '../../screens/components/BareButton.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'

export interface AskProps {
  path: string
  kind: BareButtonProps['kind']
  /** On the button. */
  words: string
  title: string
  hint: string
  yes: string
  no: string
}

export function Ask({ path, kind, words, title, hint, yes, no }: AskProps) {
  // One key per intention, so that trying again after a network failure is the same command.
  const [key, wish] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const close = () => wish(null)

  async function send(sent: string): Promise<void> {
    setProblem(null)
    const outcome = await press('POST', path, {}, { key: sent })
    if (outcome.ok) close()
    else setProblem(outcome.problem)
  }

  return (
    <>
      <Button
        kind={kind}
        onPress={() => {
          setProblem(null)
          wish(newKey())
        }}
      >
        {words}
      </Button>
      {key !== null && (
        <Dialog title={title} onClose={close}>
          <p role="status">{problem ? `${problem.title}. ${problem.detail}` : hint}</p>
          <div class="choices">
            <Button kind="plain" size="large" onPress={close}>
              {no}
            </Button>
            <Button kind={kind === 'danger' ? 'danger' : 'primary'} size="large" onPress={() => send(key)}>
              {yes}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

interface SendProps {
  path: string
  words: string
  body?: object
  /** For one of several: whether it is the current one. */
  pressed?: boolean
}

/** A button that sends its command at once, and shows a refusal beside it. */
export function Send({ path, words, body, pressed }: SendProps) {
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send(): Promise<void> {
    setProblem(null)
    const outcome = await press('POST', path, body)
    if (!outcome.ok) setProblem(outcome.problem)
  }

  return (
    <>
      <Button
        kind={pressed === false ? 'plain' : 'primary'}
        size={body ? 'medium' : 'large'}
        pressed={pressed}
        onPress={send}
      >
        {words}
      </Button>
      {problem && <p role="alert">{`${problem.title}. ${problem.detail}`}</p>}
    </>
  )
}
